package dev.rebound.console.kit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rebound.console.ConsoleApp;
import dev.rebound.filter.FilterParser;
import dev.rebound.words.Words;
import java.time.ZoneOffset;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A chip says a time as people say it, in the language of the window. */
class ChipWordsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "since:-7d|last 7 days of the data|7 derniers jours des données",
                "since:-1h|last hour of the data|dernière heure des données",
                "since:-90min|last 90 minutes of the data|90 dernières minutes des données",
                "since:-2w|last 2 weeks of the data|2 dernières semaines des données",
                "until:-1d|Until: one day ago|Jusque : il y a un jour",
                "since:yesterday|Since: yesterday|Depuis : hier",
                "on:2026-03-14|On: 14 Mar 2026|Le : 14 mars 2026",
                "-since:-7d|not last 7 days of the data|sauf 7 derniers jours des données",
                "time:-7d..-24h|Time: 7 days ago – 24 hours ago|Heure : il y a 7 jours – il y a 24 heures",
                "since:\"14 mars\"|Since: 14 mars|Depuis : 14 mars"
            })
    void timesAreSaidInWords(String typed, String english, String french) throws Exception {
        assertThat(chip(typed, Locale.UK)).isEqualTo(english);
        assertThat(chip(typed, Locale.FRANCE).replace('\u00a0', ' ')).isEqualTo(french);
    }

    private static String chip(String typed, Locale language) throws Exception {
        Words words = new Words(language, ConsoleApp.class);
        return new FilterWords(words, new Formats(language, ZoneOffset.UTC)).of(FilterParser.parse(typed));
    }
}
