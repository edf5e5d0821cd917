package dev.rebound.console.kit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.scene.Node;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.jspecify.annotations.Nullable;

/** A sentence whose numbers open exactly the rows they count. Square brackets in its text mark what can be pressed. */
public final class CountSentence extends TextFlow {
    private static final Pattern MARKED = Pattern.compile("\\[([^\\[\\]]*)\\]");

    private final Desk desk;

    /** No words yet. */
    public CountSentence(Desk desk) {
        this.desk = desk;
        getStyleClass().add("count-sentence");
        setMinHeight(USE_PREF_SIZE);
    }

    /**
     * Shows a sentence.
     *
     * @param rows what each marked part opens, in the order of the parts; null for a part that opens nothing
     */
    public CountSentence show(String words, @Nullable Place... rows) {
        return show(words, Arrays.asList(rows));
    }

    /** The same for any number of parts. */
    public CountSentence show(String words, List<? extends @Nullable Place> rows) {
        List<Node> parts = new ArrayList<>();
        Matcher marked = MARKED.matcher(words);
        int end = 0;
        for (int part = 0; marked.find(); part++) {
            add(parts, words.substring(end, marked.start()));
            Place opened = part < rows.size() ? rows.get(part) : null;
            if (opened == null) {
                add(parts, marked.group(1));
            } else {
                parts.add(new CountLink(desk).show(marked.group(1), opened));
            }
            end = marked.end();
        }
        add(parts, words.substring(end));
        getChildren().setAll(parts);
        setAccessibleText(plain(words));
        return this;
    }

    /** No sentence at all. */
    public void clear() {
        getChildren().setAll(Collections.emptyList());
    }

    /** The words without the marks. */
    public static String plain(String words) {
        return MARKED.matcher(words).replaceAll("$1");
    }

    private static void add(List<Node> parts, String words) {
        if (!words.isEmpty()) {
            parts.add(new Text(words));
        }
    }
}
