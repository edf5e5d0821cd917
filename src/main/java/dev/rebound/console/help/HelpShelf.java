package dev.rebound.console.help;

import dev.rebound.console.kit.keys.KeyList;
import dev.rebound.console.kit.keys.KeyMap;
import dev.rebound.words.Language;
import dev.rebound.words.Words;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;

/** The pages of one language: their titles, what is in them, and which of them tell of something. */
final class HelpShelf {
    private final Map<HelpPage, String> texts = new EnumMap<>(HelpPage.class);
    private final Parser parser =
            Parser.builder().extensions(List.of(TablesExtension.create())).build();

    HelpShelf(Words words, KeyMap keys) {
        String language = Language.of(words.locale().getLanguage()).code();
        for (HelpPage page : HelpPage.values()) {
            texts.put(
                    page,
                    page == HelpPage.KEYS
                            ? KeyList.markdown(words, keys)
                            : read("help/" + language + "/" + page.code() + ".md"));
        }
    }

    private static String read(String name) {
        try (InputStream in = HelpShelf.class.getResourceAsStream("/dev/rebound/console/" + name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is not in the program");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String text(HelpPage page) {
        return texts.getOrDefault(page, "");
    }

    /** The heading of a page. */
    String title(HelpPage page) {
        return text(page).lines().findFirst().orElse("").replaceFirst("^# ", "");
    }

    Node parsed(HelpPage page) {
        return parser.parse(text(page));
    }

    /** The pages that have every word of a question, case and accents aside; those with a word in the title first. */
    List<HelpPage> about(String question) {
        List<String> words = Arrays.stream(folded(question).split("\\s+", -1))
                .filter(w -> !w.isEmpty())
                .toList();
        List<HelpPage> titled = new ArrayList<>();
        List<HelpPage> others = new ArrayList<>();
        for (HelpPage page : HelpPage.values()) {
            String title = folded(title(page));
            if (words.stream().allMatch(folded(text(page))::contains)) {
                (!words.isEmpty() && words.stream().anyMatch(title::contains) ? titled : others).add(page);
            }
        }
        titled.addAll(others);
        return titled;
    }

    private static String folded(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replace('’', '\'')
                .toLowerCase(Locale.ROOT);
    }
}
