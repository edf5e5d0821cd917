package dev.rebound.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The list of libraries in the About box is the one of the build. */
class ThirdPartyTest {
    private static final Pattern DEPENDENCY = Pattern.compile(
            "<dependency><groupId>[^<]+</groupId><artifactId>([^<]+)</artifactId><version>[^<]+</version>(?:<scope>runtime</scope>)?</dependency>");

    @Test
    void everyLibraryThatIsListedIsThereInThatVersion() {
        List<String> jars = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(p -> Path.of(p).getFileName())
                .map(String::valueOf)
                .toList();
        assertThat(ThirdParty.all())
                .isNotEmpty()
                .allSatisfy(p -> assertThat(jars).anyMatch(j -> j.startsWith(p.name() + "-" + p.version())))
                .allSatisfy(p -> assertThat(p.licence()).isNotBlank());
    }

    @Test
    void everyLibraryOfTheBuildIsListed() throws Exception {
        String pom = Files.readString(Path.of("pom.xml"));
        Matcher m = DEPENDENCY.matcher(pom.substring(0, pom.indexOf("<dependencyManagement>")));
        List<String> listed = ThirdParty.all().stream().map(ThirdParty::name).toList();
        while (m.find()) {
            assertThat(listed).contains(m.group(1));
        }
    }
}
