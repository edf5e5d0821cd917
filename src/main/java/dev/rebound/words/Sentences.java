package dev.rebound.words;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The sentences of reading, storing and filtering in a person's language. The parts that find something wrong say it in
 * English, which is what is kept, journalled and given to machines; here it is recognised again by its form, so that what an
 * older version stored can be said too. A sentence that is not known is said as it is. Immutable.
 */
public final class Sentences {
    private static final Pattern VALUE = Pattern.compile("\\{(\\d)}");
    private static final Pattern END = Pattern.compile("(?<=[.!?]) ");

    private final List<Form> forms;

    /** A sentence with places for values, in English and in the language. */
    private record Form(Pattern english, List<Integer> places, int letters, String said) {
        static Form of(String english, String said) {
            StringBuilder pattern = new StringBuilder();
            List<Integer> places = new ArrayList<>();
            Matcher value = VALUE.matcher(english);
            int at = 0;
            while (value.find()) {
                pattern.append(Pattern.quote(english.substring(at, value.start())))
                        .append("(.+?)");
                places.add(Integer.parseInt(value.group(1)));
                at = value.end();
            }
            pattern.append(Pattern.quote(english.substring(at)));
            return new Form(
                    Pattern.compile(pattern.toString(), Pattern.DOTALL),
                    List.copyOf(places),
                    english.length() - 3 * places.size(),
                    said);
        }
    }

    private Sentences(List<Form> forms) {
        this.forms = forms;
    }

    /** The sentences of a language; in English each is as it was said. */
    public static Sentences in(Locale locale) {
        Language language = Language.of(locale.getLanguage());
        if (language == Language.ENGLISH) {
            return new Sentences(List.of());
        }
        String name = "sentences_" + language.code() + ".txt";
        List<Form> forms = new ArrayList<>();
        try (InputStream in = Sentences.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is not in the program");
            }
            BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            String english = null;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.isBlank()) {
                    english = null;
                } else if (english == null) {
                    english = line;
                } else {
                    forms.add(Form.of(english, line));
                    english = null;
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        // The form with the most words of its own fits best.
        forms.sort(Comparator.comparingInt(Form::letters).reversed());
        return new Sentences(List.copyOf(forms));
    }

    /** One sentence or several, in the language; what is not known stays as it is. */
    public String of(String english) {
        return whole(english).orElseGet(() -> oneByOne(english));
    }

    private Optional<String> whole(String english) {
        for (Form form : forms) {
            Matcher m = form.english().matcher(english);
            if (m.matches()) {
                String said = form.said();
                for (int i = 0; i < form.places().size(); i++) {
                    // A value may be a sentence or a known word itself.
                    said = said.replace("{" + form.places().get(i) + "}", of(m.group(i + 1)));
                }
                return Optional.of(said);
            }
        }
        return Optional.empty();
    }

    /** The longest beginning that is known, then the rest; the first sentence as it is where none is. */
    private String oneByOne(String english) {
        List<Integer> ends = new ArrayList<>();
        Matcher m = END.matcher(english);
        while (m.find()) {
            ends.add(m.start());
        }
        for (int end : ends.reversed()) {
            Optional<String> first = whole(english.substring(0, end));
            if (first.isPresent()) {
                return first.get() + " " + of(english.substring(end + 1));
            }
        }
        return ends.isEmpty()
                ? english
                : english.substring(0, ends.getFirst()) + " " + of(english.substring(ends.getFirst() + 1));
    }
}
