package dev.rebound.insight;

import dev.rebound.column.RepeatCount;
import dev.rebound.column.Repeats;
import dev.rebound.domain.EventKind;
import dev.rebound.domain.MessageState;
import dev.rebound.domain.Validity;
import dev.rebound.index.EventTable;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.zip.CRC32;

/**
 * The rules by which a picture is made, as one number: that of the compiled classes. A kept picture of a program that
 * judged otherwise, or numbered otherwise, is none of this one, and nobody has to remember to say so.
 */
final class KeptRules {
    /** Each with its package's folder, as the program carries them. */
    private static final List<Class<?>> RULES = List.of(
            EventTable.class,
            EventKind.class,
            MessageState.class,
            Validity.class,
            MessageKind.class,
            PlatformSources.class,
            MessageGroups.class,
            FeedJoin.class,
            Joined.class,
            CampaignSends.class,
            LooseEvents.class,
            QuotedIds.class,
            HourFolders.class,
            Echoes.class,
            EchoHoles.class,
            CoverageCounts.class,
            HeldEvents.class,
            MissingHours.class,
            Coverage.class,
            RetryWindows.class,
            StateRules.class,
            MessageColumns.class,
            MessageTable.class,
            NewestNames.class,
            AddressLedger.class,
            KeptPicture.class,
            KeptColumns.class,
            RepeatCount.class,
            Repeats.class);

    private static final String ORDER = "EventOrder.class";

    private KeptRules() {}

    /** The number of this program's rules. */
    static long number() throws IOException {
        CRC32 crc = new CRC32();
        add(crc, EventTable.class, ORDER);
        for (Class<?> rule : RULES) {
            add(crc, rule, rule.getSimpleName() + ".class");
        }
        return crc.getValue();
    }

    private static void add(CRC32 crc, Class<?> beside, String name) throws IOException {
        try (InputStream in = beside.getResourceAsStream(name)) {
            if (in == null) {
                throw new IOException(name + " is not in the program");
            }
            crc.update(in.readAllBytes());
        }
    }
}
