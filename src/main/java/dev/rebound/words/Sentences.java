package dev.rebound.words;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The sentences of reading, storing and filtering in a person's language. The parts that find something wrong say it in
 * English with bare numbers, which is what is kept, journalled and given to machines; here it is recognised again by its
 * form, so that what an older version stored can be said too, and its counts (marked {@code ,number} in the form) are written
 * as the language writes them. A sentence that is not known is said as it is. Immutable.
 */
public final class Sentences {
    private static final Pattern VALUE = Pattern.compile("\\{(\\d)(,number)?}");
    private static final Pattern END = Pattern.compile("(?<=[.!?]) ");

    private final List<Form> forms;
    private final Locale locale;

    /** A sentence with places for values, in English and in the language. */
    private record Form(Pattern english, List<Integer> places, Set<Integer> counts, int letters, String said) {
        static Form of(String english, String said) {
            StringBuilder pattern = new StringBuilder();
            List<Integer> places = new ArrayList<>();
            Set<Integer> counts = new HashSet<>();
            int letters = english.length();
            Matcher value = VALUE.matcher(english);
            int at = 0;
            while (value.find()) {
                pattern.append(Pattern.quote(english.substring(at, value.start())))
                        .append("(.+?)");
                places.add(Integer.parseInt(value.group(1)));
                if (value.group(2) != null) {
                    counts.add(places.getLast());
                }
                letters -= value.end() - value.start();
                at = value.end();
            }
            pattern.append(Pattern.quote(english.substring(at)));
            return new Form(
                    Pattern.compile(pattern.toString(), Pattern.DOTALL),
                    List.copyOf(places),
                    Set.copyOf(counts),
                    letters,
                    said);
        }
    }

    private Sentences(List<Form> forms, Locale locale) {
        this.forms = forms;
        this.locale = locale;
    }

    /** The sentences of a language; in English each is as it was said, but for its counts. */
    public static Sentences in(Locale locale) {
        Language language = Language.of(locale.getLanguage());
        boolean asSaid = language == Language.ENGLISH;
        String name = "sentences_" + (asSaid ? Language.FRENCH : language).code() + ".txt";
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
                    Form form = Form.of(english, asSaid ? english.replace(",number}", "}") : line);
                    if (!asSaid || !form.counts().isEmpty()) {
                        forms.add(form);
                    }
                    english = null;
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        // The form with the most words of its own fits best.
        forms.sort(Comparator.comparingInt(Form::letters).reversed());
        return new Sentences(List.copyOf(forms), locale);
    }

    /** One sentence or several, in the language; what is not known stays as it is. */
    public String of(String english) {
        String said = whole(english).orElseGet(() -> oneByOne(english));
        // Names of readers stand in a row, and a reader of one order of dates says it behind a comma.
        return said.equals(english) && english.contains(", ")
                ? Arrays.stream(english.split(", ", -1))
                        .map(part -> whole(part).orElse(part))
                        .collect(Collectors.joining(", "))
                : said;
    }

    private Optional<String> whole(String english) {
        for (Form form : forms) {
            Matcher m = form.english().matcher(english);
            if (m.matches()) {
                String said = form.said();
                for (int i = 0; i < form.places().size(); i++) {
                    int place = form.places().get(i);
                    String value = m.group(i + 1);
                    // A value may be a sentence or a known word itself.
                    said = said.replace("{" + place + "}", form.counts().contains(place) ? count(value) : of(value));
                }
                return Optional.of(said);
            }
        }
        return Optional.empty();
    }

    private String count(String value) {
        return value.matches("\\d{1,18}")
                ? NumberFormat.getIntegerInstance(locale).format(Long.parseLong(value))
                : of(value);
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
