package dev.rebound.sample;

/** Server replies of the sample, worded for it; the codes and markers are those that such servers use. */
final class SampleReplies {
    static final String OK = "250 2.0.0 OK, message accepted";
    static final String UNKNOWN_USER = "550 5.1.1 User unknown: there is no mailbox with this name here";
    static final String UNKNOWN_DOMAIN = "550 5.1.2 Domain does not exist, no mail host found for this name";
    static final String FULL_NOW = "452 4.2.2 The mailbox is full, try again when the owner has made room";
    static final String FULL = "552 5.2.2 The mailbox is over quota and cannot take more mail";
    static final String TOO_MANY = "421 4.7.0 OFR_506 Too many connections from your host, slow down";
    static final String SERVER_DOWN = "451 4.3.2 System not accepting messages, server is under maintenance";
    static final String TOO_LARGE = "552 5.3.4 Message size exceeds the fixed limit of this server";
    static final String NO_ANSWER = "451 4.4.1 Connection timed out, no answer from the mail host";
    static final String SPAM = "554 5.7.1 Message looks like spam and was refused by the content filter";
    static final String DMARC = "550 5.7.26 Message fails DMARC: neither SPF nor DKIM pass for the sender domain";
    static final String SUPPRESSED_BOUNCE = "Bounced Address";
    static final String SUPPRESSED_UNSUBSCRIBE = "Unsubscribed Address";
    static final String RETURNED_FULL =
            "552 5.2.2 Delivery after acceptance failed: the recipient's mailbox is over quota";

    private SampleReplies() {}

    /** The block text of the planted incident; only the address in brackets differs from message to message. */
    static String blocked(String ip) {
        return "550 5.7.1 Mail from [" + ip + "] was refused: part of this network is on our block list (S3150)";
    }
}
