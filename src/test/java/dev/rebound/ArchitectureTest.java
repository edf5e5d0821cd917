package dev.rebound;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.codeUnits;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The plan of the house as tests; each rule says why it stands. */
class ArchitectureTest {
    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.rebound");

    private static void check(ArchRule rule) {
        rule.allowEmptyShould(true).check(HOUSE);
    }

    private static void knowsOnly(String owner, String... known) {
        String[] allowed = new String[known.length + 1];
        allowed[0] = "dev.rebound." + owner + "..";
        for (int i = 0; i < known.length; i++) {
            allowed[i + 1] = "dev.rebound." + known[i] + "..";
        }
        check(noClasses()
                .that()
                .resideInAPackage("dev.rebound." + owner + "..")
                .should()
                .dependOnClassesThat(
                        resideInAPackage("dev.rebound..").and(DescribedPredicate.not(resideInAnyPackage(allowed))))
                .because("the data flows one way: " + owner + " stands below whoever asks it"));
    }

    @Test
    void packagesFormNoCycle() {
        check(slices().matching("dev.rebound.(**)")
                .should()
                .beFreeOfCycles()
                .because("two packages that need each other are one package with a wall in the wrong place"));
    }

    @Test
    void theDataFlowsOneWay() {
        knowsOnly("domain");
        knowsOnly("classify", "domain");
        knowsOnly("chart", "domain");
        knowsOnly("filter", "domain");
        knowsOnly("feeds", "domain");
        knowsOnly("column", "domain");
        knowsOnly("privacy", "domain");
        knowsOnly("store", "domain", "column", "privacy");
        knowsOnly("keystore", "store");
        knowsOnly("journal", "privacy", "store", "words");
        knowsOnly("index", "domain", "filter", "column");
        knowsOnly("insight", "domain", "filter", "column", "index");
        knowsOnly("intake", "domain", "feeds", "classify", "store");
        knowsOnly(
                "session",
                "domain",
                "filter",
                "column",
                "privacy",
                "feeds",
                "classify",
                "store",
                "index",
                "insight",
                "intake",
                "journal",
                "cases");
        knowsOnly("cases", "domain", "filter", "column", "index", "insight", "report", "words");
        knowsOnly("report", "domain", "filter", "column", "index", "insight", "words");
        knowsOnly("figures", "domain", "filter", "feeds", "insight");
        knowsOnly(
                "evidence",
                "domain",
                "filter",
                "column",
                "index",
                "insight",
                "privacy",
                "report",
                "session",
                "store",
                "words",
                "classify",
                "feeds",
                "intake");
    }

    @Test
    void windowsStayInTheConsole() {
        check(noClasses()
                .that()
                .resideOutsideOfPackage("dev.rebound.console..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("javafx..", "org.controlsfx..", "atlantafx..", "org.kordamp..")
                .because("the command line starts without JavaFX and every answer can be tested without a window"));
    }

    @Test
    void sqlStaysInTheStore() {
        check(noClasses()
                .that()
                .resideOutsideOfPackage("dev.rebound.store..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.sql..", "javax.sql..", "org.h2..")
                .because("only the store knows how the data lies on disk"));
    }

    @Test
    void providersAreNamedInOnePlace() {
        check(noClasses()
                .that()
                .resideOutsideOfPackage("dev.rebound.feeds.provider..")
                .should()
                .haveNameMatching(
                        ".*\\.[A-Za-z]*(Braze|Currents|SendGrid|AmazonSes|Mailgun|SparkPost|Postmark|HubSpot)[A-Za-z]*")
                .because("a new provider must be one new place, not a search through the house"));
    }

    @Test
    void compressionStaysInJava() {
        check(noClasses()
                .should()
                .dependOnClassesThat()
                .haveNameMatching(
                        "org\\.xerial\\..*|io\\.airlift\\.compress\\.v3\\..*(Native|\\.(Zstd|Lz4|Snappy)(Compressor|Decompressor))[A-Za-z]*")
                .because("these choose a native library, which meets another version of itself that the desktop's own "
                        + "libraries bring along, and ends the program at the first import in a real window"));
    }

    @Test
    void threadsLiveInTwoPlaces() {
        check(
                noClasses()
                        .that()
                        .resideOutsideOfPackages("dev.rebound.console.kit..", "dev.rebound.intake..")
                        // Java hears a signal by a thread only; this one touches no store and interrupts nobody.
                        .and()
                        .doNotHaveFullyQualifiedName("dev.rebound.cli.Interruption")
                        .and()
                        // Makes none: it hears what fails on those of others.
                        .doNotHaveFullyQualifiedName("dev.rebound.journal.UncaughtTrouble")
                        .should()
                        .dependOnClassesThat()
                        .haveFullyQualifiedName("java.lang.Thread")
                        .orShould()
                        .dependOnClassesThat()
                        .haveNameMatching(
                                "java\\.util\\.concurrent\\.(Executor|Executors|ExecutorService|ForkJoinPool)")
                        .because(
                                "a thread that touches the store must never be interrupted, so threads are made where that is known"));
        check(noClasses()
                .that()
                .resideOutsideOfPackage("dev.rebound.console.kit..")
                .should()
                .callMethod("javafx.application.Platform", "runLater", "java.lang.Runnable")
                .because("views deliver through one background runner that drops outdated answers"));
    }

    @Test
    void noThreadThatTouchesTheStoreIsInterrupted() {
        check(
                noClasses()
                        .that()
                        .doNotHaveFullyQualifiedName("dev.rebound.intake.Threads")
                        .should()
                        .callMethod("java.util.concurrent.ExecutorService", "shutdownNow")
                        .orShould()
                        .callMethod("java.util.concurrent.Future", "cancel", "boolean")
                        .orShould()
                        .dependOnClassesThat()
                        .resideInAPackage("javafx.concurrent..")
                        .because(
                                "an interrupt in the middle of a write closes the engine's file; only the packing threads, which "
                                        + "work in memory, are given up so, and a task of JavaFX interrupts when it is cancelled"));
    }

    /** Where trouble of the store may be caught beside the background: before the window stands, after it went, or inside its work. */
    private static final Set<String> CATCHES_OF_THE_STORE = Set.of(
            // The window is built and closed.
            "dev.rebound.console.ConsoleStart$Begun.open",
            "dev.rebound.console.ConsoleApp.close",
            "dev.rebound.console.ConsoleApp.tour",
            "dev.rebound.console.kit.Remembered.<init>",
            // On the background's or on its own thread.
            "dev.rebound.console.kit.Background.work",
            "dev.rebound.console.kit.FirstWindow.look",
            "dev.rebound.console.kit.FirstWindow.call",
            "dev.rebound.console.data.Encryption.remember",
            "dev.rebound.console.data.Encryption.forgetQuietly");

    @Test
    void theScreenDoesNotWaitForTheDisk() {
        Set<String> trouble = Set.of("dev.rebound.store.StoreException", "java.lang.Exception");
        check(
                codeUnits()
                        .that()
                        .areDeclaredInClassesThat()
                        .resideInAPackage("dev.rebound.console..")
                        .should(new ArchCondition<JavaCodeUnit>("catch no trouble of the store") {
                            @Override
                            public void check(JavaCodeUnit unit, ConditionEvents events) {
                                String name = unit.getOwner().getName() + "." + unit.getName();
                                boolean catches = unit.getTryCatchBlocks().stream()
                                        .flatMap(b -> b.getCaughtThrowables().stream())
                                        .anyMatch(c -> trouble.contains(c.getName()));
                                boolean allowed = CATCHES_OF_THE_STORE.stream().anyMatch(a -> {
                                    String lambda = "lambda$" + a.substring(a.lastIndexOf('.') + 1) + "$";
                                    boolean here = a.startsWith(unit.getOwner().getName() + ".");
                                    return name.equals(a)
                                            || (here && unit.getName().startsWith(lambda));
                                });
                                if (catches && !allowed) {
                                    events.add(SimpleConditionEvent.violated(
                                            unit,
                                            name + " catches trouble of the store in " + unit.getSourceCodeLocation()));
                                }
                            }
                        })
                        .because(
                                "whatever asks the store throws StoreException, which an act of the screen may not: so it is asked by the"
                                        + " background, and a slow disk stops no window, unless somebody catches it on the way"));
    }

    @Test
    void nothingIsSharedBehindTheBack() {
        check(fields().that()
                .areStatic()
                .and()
                .areDeclaredInClassesThat()
                .areNotEnums()
                .should()
                .beFinal()
                .because("mutable statics make two stores in one process see each other"));
        check(methods().should().notHaveName("getInstance").because("services are built at one composition root"));
    }

    @Test
    void namesSayWhatAThingIs() {
        check(noClasses()
                .should()
                .haveNameMatching(".*(Manager|Helper|Util|Utils|Impl|Misc|Common)$")
                .because("such names tell a reader nothing"));
        check(noClasses()
                .should()
                .resideInAnyPackage("..common..", "..util..", "..helper..", "..misc..", "..manager..", "..impl..")
                .because("such folders collect what nobody thought about"));
    }

    @Test
    void viewsDoNotKnowEachOther() {
        check(slices().matching("dev.rebound.console.(*)..")
                .should()
                .notDependOnEachOther()
                .ignoreDependency(
                        DescribedPredicate.<JavaClass>alwaysTrue(), resideInAnyPackage("dev.rebound.console.kit.."))
                .ignoreDependency(
                        resideInAPackage("dev.rebound.console.shell.."), DescribedPredicate.<JavaClass>alwaysTrue())
                .because("a view can be understood and replaced alone; the shell puts them together"));
    }

    @Test
    void theButtonsOfSheetsAndDialogsStandInOneOrder() {
        check(noClasses()
                .that()
                .resideInAPackage("dev.rebound.console..")
                .and()
                .haveNameNotMatching("dev[.]rebound[.]console[.]kit[.]ActRow")
                .should()
                .callMethod("javafx.scene.control.Button", "setCancelButton", "boolean")
                .because(
                        "ActRow alone decides in which order the buttons beneath a sheet stand: whoever makes the one that"
                                + " goes away by hand makes a row of its own too"));
    }

    @Test
    void everythingIsNullMarked() {
        check(classes()
                .that()
                .haveSimpleName("package-info")
                .should()
                .beAnnotatedWith("org.jspecify.annotations.NullMarked")
                .because("a missing fact is marked, never guessed"));
    }
}
