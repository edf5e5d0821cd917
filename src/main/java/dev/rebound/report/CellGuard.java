package dev.rebound.report;

/** Keeps spreadsheets from taking text for a formula (OWASP: lead characters {@code = + - @}, tab, CR, NUL). */
public final class CellGuard {
    private static final String LEADS = "=+-@\t\r\n\u0000\uFF1D\uFF0B\uFF0D\uFF20";

    private CellGuard() {}

    /** The text, with an apostrophe before it where it begins like a formula. */
    public static String guarded(String text) {
        return !text.isEmpty() && LEADS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
