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
            "a file larger than the memory",
            "read through a heap of 44 MB of its own; all 1,200 events taken"),
    N20(
            "intake.HostileSurroundingsTest.aFileThatGrowsWhileItIsReadIsNotStored",
            "a file that grows while it is read",
            "refused with a sentence, nothing of it stored"),
    N21(
            "intake.HostileSurroundingsTest.whatIsNoFileIsRefusedAtOnce",
            "a pipe, a device, a folder, a broken link",
            "refused at once: cannot be read"),
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
    N59("feeds.container.FeedTimesTest.whatCannotBeATimeOfMailIsRefused", "times that cannot be", "refused"),
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
            "a store with an alias, a linked table, a stranger's user",
            "refused"),
    N63(
            "store.UpgradeTest.aNewerStoreIsRefusedWithASentenceAndNoByteOfItChanges",
            "a store of a newer program",
            "refused, unchanged"),
    N64(
            "store.HardenedEngineTest.aFolderThatMayNotBeWrittenToIsOpenedForReading",
            "a folder that may not be written to",
            "open for reading, said so"),
    N65("store.DamagedStoreTest.aFlippedBitIsFoundOrHarmless", "flipped bits", "found or harmless, none silent"),
    N66("store.StoreTest.aSecondOwnerIsToldSo", "a second program on one store", "told so; the first works on"),
    N67(
            "store.DiskFaultTest.aFullDiskLeavesTheOldStateOrTheNew",
            "full disks",
            "the old state or the new (24 full disks)"),
    N68(
            "store.KillTest.nothingThatWasSaidToBeDoneIsMissingAndNothingIsHalfThere",
            "kills at random moments",
            "what was said is there, nothing is half there (7 kills of other programs)"),
    N69(
            "intake.HostileSurroundingsTest.theCancelButtonAtAnyMomentLeavesTheStoreAsItWas",
            "the cancel button at 25 moments",
            "the store as it was"),
    N70(
            "acceptance.SmallMemoryTest.moreEventsThanTheMemoryHoldsEndInASentenceAndNothingIsLost",
            "60,000 events in a heap of 28 MB",
            "given up with a sentence; what was there is there"),
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
                .formatted(name(), input, outcome, millis, peakMegabytes(), owner().getSimpleName() + "." + method());
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
