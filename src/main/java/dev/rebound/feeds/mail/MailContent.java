package dev.rebound.feeds.mail;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One message taken apart: its header fields, its readable parts, and the message that it returns or carries. */
final class MailContent {
    private static final int LONGEST_NOTICE = 64 * 1024;

    private final Map<String, String> headers = new LinkedHashMap<>();
    private final StringBuilder plain = new StringBuilder();
    private final List<Map<String, String>> status = new ArrayList<>();
    private final List<Map<String, String>> report = new ArrayList<>();
    private @Nullable String html;
    private @Nullable MailContent carried;

    /** The first field of a name counts; names come in lower case. */
    void header(String name, String value) {
        headers.putIfAbsent(name, value);
    }

    void plain(String text) {
        if (plain.length() < LONGEST_NOTICE) {
            plain.append(text, 0, Math.min(text.length(), LONGEST_NOTICE)).append("\n\n");
        }
    }

    void html(String text) {
        html = html == null ? text : html;
    }

    void status(List<Map<String, String>> blocks) {
        status.addAll(blocks);
    }

    void report(List<Map<String, String>> blocks) {
        report.addAll(blocks);
    }

    /** The first carried message counts: it stands next to the notice. */
    void carried(MailContent message) {
        carried = carried == null ? message : carried;
    }

    /** The value of a header field, empty when there is none. */
    String header(String name) {
        return headers.getOrDefault(name, "");
    }

    boolean has(String name) {
        return headers.containsKey(name);
    }

    Map<String, String> headers() {
        return headers;
    }

    List<Map<String, String>> status() {
        return status;
    }

    List<Map<String, String>> report() {
        return report;
    }

    @Nullable
    MailContent carried() {
        return carried;
    }

    /** What the message says to a person; the HTML part speaks only where there is no plain one. */
    String words() {
        if (!plain.toString().isBlank()) {
            return plain.toString();
        }
        String markup = html;
        return markup == null ? "" : PartText.ofHtml(markup);
    }
}
