package dev.rebound.intake;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import org.junit.platform.engine.FilterResult;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.PostDiscoveryFilter;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/** The numbers of the corpus that are about more than the bytes of one file: each has a test elsewhere. */
enum NastyElsewhere {
    N19(
            "acceptance.SmallMemoryTest.aFileLargerThanTheMemoryIsReadThroughIt",
            said("a file of %,d MB", "rebound.largeMegabytes", 48),
            said("read through a heap of %,d MB of its own; every event taken", "rebound.largeHeapMegabytes", 44)),
    N20(
            "intake.HostileSurroundingsTest.aFileThatGrowsWhileItIsReadIsNotStored",
            "a file that grows while it is read",
            "refused with a sentence, nothing of it stored"),
    N20_SHRINKS(
            "intake.HostileSurroundingsTest.aFileThatShrinksWhileItIsReadIsNotStored",
            "a file that shrinks while it is read",
            "refused with a sentence, nothing of it stored"),
    N20_VANISHES(
            "intake.HostileSurroundingsTest.aFileThatIsRemovedWhileItIsReadIsNotStored",
            "a file that is removed while it is read",
            "refused with a sentence, nothing of it stored"),
    N21(
            "intake.HostileSurroundingsTest.whatIsNoFileIsRefusedAtOnce",
            "a pipe, a device, a folder, a broken link",
            "refused at once: cannot be read"),
    N21_LONG(
            "intake.HostileSurroundingsTest.aLongPathAndAStrangeNameAreOrdinary",
            "a path of 400 characters; a name with a line break, a semicolon, a sign that turns the line around, a picture",
            "taken"),
    N44(
            "acceptance.NoNetworkTest.noClassOfTheProgramKnowsTheNetwork",
            "something to fetch",
            "nothing in the program can fetch"),
    N52(
            "domain.VisibleTextTest.whatNobodySeesIsWrittenOut",
            "characters that hide or turn the line around",
            "written out as ⟦U+202E⟧"),
    N53(
            "domain.VisibleTextTest.aLineStaysALine",
            "codes of a terminal, false lines",
            "written out; one line stays one"),
    N53_LOG(
            "journal.JournalTest.noWordBringsAnAddressOrALineOfItsOwn",
            "codes of a terminal, false lines, in the log",
            "one line stays one, without addresses"),
    N54(
            "domain.BorrowedLettersTest.borrowedLettersAreToldInAscii",
            "letters of another alphabet",
            "the real form stands beside: ⟦xn--…⟧"),
    N56(
            "report.RowExportTest.aCsvFileHasTheSeparatorAndTheMarkThatWereChosenAndGuardsFormulas",
            "cells that want to be formulas, in exports",
            "guarded"),
    N58(
            "acceptance.ForeignComputerTest.languageAndZoneOfTheComputerChangeNothing",
            "a computer of another language and zone",
            "to the letter and the second the same"),
    N58_NAMES(
            "domain.EmailAddressTest.lettersThatSomeStandardsMergeStayApart",
            "letters that some standards merge",
            "two addresses stay two"),
    N59("feeds.container.FeedTimesTest.whatCannotBeATimeOfMailIsRefused", "times that cannot be", "refused"),
    N59_GAP(
            "feeds.container.FeedTimesTest.theHourThatTheClockSkipsIsTheHourAfterItAndItsZoneIsSaidToBeAssumed",
            "a local time that the clock skips",
            "the hour after it; its zone is said to be assumed"),
    N59_TWICE(
            "feeds.container.FeedTimesTest.theHourThatTheClockShowsTwiceIsTheFirstOfThem",
            "a local time that the clock shows twice",
            "the first of them"),
    N60(
            "store.StoreTest.aSemicolonInThePathIsRefused",
            "a store's path with a semicolon",
            "refused, no statement of it run"),
    N61(
            "store.StoreTest.anEmptyOrForeignFileIsRefusedAndNotChanged",
            "an empty or foreign store",
            "refused, unchanged"),
    N62(
            "store.UpgradeTest.aStoreThatCouldRunAStrangersCodeIsRefused",
            "a store with an alias, a trigger, a linked table, a stranger's user",
            "refused"),
    N63(
            "store.UpgradeTest.aNewerStoreIsRefusedWithASentenceAndNoByteOfItChanges",
            "a store of a newer program",
            "refused, unchanged"),
    N64(
            "store.HardenedEngineTest.aFolderThatMayNotBeWrittenToIsOpenedForReading",
            "a folder that may not be written to",
            "open for reading, said so"),
    N65(
            "store.DamagedStoreTest.aFlippedBitIsFoundOrHarmless",
            said("%,d flipped bits", "rebound.flips", 24),
            "found or harmless, none silent"),
    N65_CUT(
            "store.DamagedStoreTest.aFileThatWasCutIsFoundOrHarmless",
            "a store's file cut at %,d places".formatted(Integer.getInteger("rebound.flips", 24) / 8),
            "found or harmless, none silent"),
    N65_OLDER(
            "store.DamagedStoreTest.anOlderStateOfTheFileIsNotServedAsTheNewest",
            "an older state of the file, a manifest of a newer one",
            "told, read only"),
    N66("store.StoreTest.aSecondOwnerIsToldSo", "a second program on one store", "told so; the first works on"),
    N66_LOCK(
            "store.KillTest.aSecondProgramIsToldSoAndADeadOneLocksNothing",
            "two real programs; the lock of one that was killed",
            "told so; opens"),
    N67(
            "store.DiskFaultTest.aFullDiskLeavesTheOldStateOrTheNew",
            said("4 times %,d full disks", "rebound.faults", 6),
            "the old state or the new"),
    N68(
            "store.KillTest.nothingThatWasSaidToBeDoneIsMissingAndNothingIsHalfThere",
            said("%,d kills of other programs during imports, a fifth in each of five other acts", "rebound.kills", 2),
            "what was said is there, nothing is half there"),
    N68_SIGNAL(
            "cli.ImportCommandTest.aSignalGivesTheRunningFileUpKeepsTheOthersAndEndsWithFour",
            "SIGTERM during an import",
            "that file given up, the others kept"),
    N69(
            "intake.HostileSurroundingsTest.theCancelButtonAtAnyMomentLeavesTheStoreAsItWas",
            said("the cancel button at %,d moments", "rebound.cancels", 25),
            "the store as it was"),
    N70(
            "acceptance.SmallMemoryTest.moreEventsThanTheMemoryHoldsEndInASentenceAndNothingIsLost",
            said("%,d events", "rebound.smallEvents", 60_000)
                    + said(" in a heap of %,d MB", "rebound.smallMegabytes", 28),
            "taken, or given up with a sentence; what was there is there"),
    N71(
            "classify.HostileReplyTest.noPatternRunsAwayOnHostileText",
            "replies made to stop a pattern",
            "classified, within the test's bound");

    private final String test;
    private final String input;
    private final String outcome;

    NastyElsewhere(String test, String input, String outcome) {
        this.test = test;
        this.input = input;
        this.outcome = outcome;
    }

    private static String said(String words, String property, int usual) {
        return words.formatted(Integer.getInteger(property, usual));
    }

    /** Its number in the corpus. */
    String number() {
        return name().substring(0, 3);
    }

    /** The class of its test. */
    Class<?> owner() throws ClassNotFoundException {
        return Class.forName("dev.rebound." + test.substring(0, test.lastIndexOf('.')));
    }

    /** The name of its test. */
    String method() {
        return test.substring(test.lastIndexOf('.') + 1);
    }

    /** Runs the test alone, and tells its time and memory as a line of the table. */
    String measured() throws ClassNotFoundException {
        SummaryGeneratingListener listener = new SummaryGeneratingListener();
        System.gc();
        ManagementFactory.getMemoryPoolMXBeans().forEach(MemoryPoolMXBean::resetPeakUsage);
        long start = System.nanoTime();
        LauncherFactory.create()
                .execute(
                        LauncherDiscoveryRequestBuilder.request()
                                .selectors(selectClass(owner()))
                                .filters(only(method()))
                                .build(),
                        listener);
        long millis = (System.nanoTime() - start) / 1_000_000;
        TestExecutionSummary summary = listener.getSummary();
        if (summary.getTestsSucceededCount() == 0 || summary.getTotalFailureCount() > 0) {
            throw new AssertionError(test + " did not pass: " + summary.getFailures());
        }
        return "| %s | %s | %s | %d | %d | `%s` |%n"
                .formatted(number(), input, outcome, millis, peakMegabytes(), owner().getSimpleName() + "." + method());
    }

    private static PostDiscoveryFilter only(String method) {
        return found -> {
            TestSource source = found.getSource().orElse(null);
            return FilterResult.includedIf(
                    !(source instanceof MethodSource m) || m.getMethodName().equals(method));
        };
    }

    /** The largest the heap became since the peaks were reset, garbage included. */
    static long peakMegabytes() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                        .filter(p -> p.getType() == MemoryType.HEAP)
                        .mapToLong(p -> p.getPeakUsage().getUsed())
                        .sum()
                >> 20;
    }
}
