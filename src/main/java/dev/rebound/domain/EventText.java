package dev.rebound.domain;

/** The text facts an event may carry. The declaration order is stored: add at the end only. */
public enum EventText {
    /** Server's or ESP's words, as found, without trimming its inner lines. */
    REPLY,
    /** RFC 3463 code, e.g. {@code 5.1.1}. */
    ENHANCED_CODE,
    /** The source's own word for the kind, e.g. {@code SoftBounce} or {@code bounce/blocked}. */
    RAW_KIND,
    /** The source's own class of the failure, e.g. {@code Permanent/NoEmail}; of an opening {@link MachineReading}. */
    SOURCE_CLASS,
    /** Campaign name as shown to people. */
    CAMPAIGN,
    /** Campaign id (API id). */
    CAMPAIGN_ID,
    /** Canvas or journey name. */
    CANVAS,
    /** Canvas or journey id. */
    CANVAS_ID,
    /** Canvas step name. */
    STEP,
    /** Canvas step id. */
    STEP_ID,
    /** Message variant name. */
    VARIANT,
    /** Message variant id. */
    VARIANT_ID,
    /** The platform's id of the send (Braze {@code dispatch_id}). */
    DISPATCH_ID,
    /** The platform's send id within a campaign. */
    SEND_ID,
    /** The ESP's id of the message. */
    MESSAGE_ID,
    /** The {@code Message-ID} header, without angle brackets, where it differs from {@link #MESSAGE_ID}. */
    HEADER_MESSAGE_ID,
    /** Subject line. */
    SUBJECT,
    /** The sending service, e.g. {@code SendGrid}, also when another source reports about it. */
    ESP,
    /** IP address the message was sent from. */
    SENDING_IP,
    /** Named pool of sending addresses. */
    IP_POOL,
    /** Domain in the sender address. */
    FROM_DOMAIN,
    /** Receiving mail host. */
    MX,
    /** The platform's id of the person. */
    USER_ID,
    /** The operator's own id of the person. */
    EXTERNAL_USER_ID,
    /** Workspace or account the event belongs to. */
    WORKSPACE,
    /** More words from the source worth showing (abort log, open's user agent, clicked link). */
    DETAIL
}
