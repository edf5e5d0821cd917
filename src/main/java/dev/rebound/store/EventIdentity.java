package dev.rebound.store;

import dev.rebound.domain.EventBatch;
import dev.rebound.domain.EventText;
import dev.rebound.domain.RawEvent;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.DigestException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/**
 * By what two records are the same event: the source's own id (with the kind, since some sources reuse an id for
 * another kind), or, where the source gives none, source, kind, address, ids, second and reply. 128 bits.
 */
final class EventIdentity {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    private final MessageDigest digest;

    EventIdentity() {
        try {
            // 128 bits are wanted, not secrecy; every Java has MD5.
            digest = MessageDigest.getInstance("MD5");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The identity as two numbers. */
    record Of(long high, long low) {}

    Of of(RawEvent e) {
        digest.reset();
        add(e.source());
        add(e.kind().name());
        String id = e.eventId();
        if (id != null) {
            add("id");
            add(id);
        } else {
            add("fields");
            add(e.address().key());
            add(e.text(EventText.MESSAGE_ID));
            add(e.text(EventText.DISPATCH_ID));
            add(e.text(EventText.SEND_ID));
            add(e.text(EventText.VARIANT_ID));
            add(e.text(EventText.STEP_ID));
            add(Long.toString(e.time().getEpochSecond()));
            add(e.text(EventText.REPLY));
        }
        ByteBuffer bits = ByteBuffer.wrap(digest.digest());
        return new Of(bits.getLong(), bits.getLong());
    }

    /** Finds the identities of all events of a batch. */
    @SuppressWarnings("ReferenceEquality")
    void of(EventBatch batch) {
        try {
            byte[] bits = new byte[16];
            long[] out = batch.identities();
            EventBatch.Head before = null;
            byte[] told = new byte[0];
            int scope = 0;
            for (int row = 0; row < batch.size(); row++) {
                if (batch.head(row) != before) {
                    before = batch.head(row);
                    told = (before.source() + "\0" + before.kind().name() + "\0id\0").getBytes(StandardCharsets.UTF_8);
                    scope = told.length;
                }
                // The digest is asked once an id: asked for each part it takes longer than for the whole.
                int end = scope + batch.idTo(row) - batch.idFrom(row);
                if (end >= told.length) {
                    told = Arrays.copyOf(told, 2 * end);
                }
                System.arraycopy(batch.bytes(), batch.idFrom(row), told, scope, end - scope);
                told[end] = 0;
                digest.update(told, 0, end + 1);
                digest.digest(bits, 0, bits.length);
                out[2 * row] = (long) LONGS.get(bits, 0);
                out[2 * row + 1] = (long) LONGS.get(bits, 8);
            }
        } catch (DigestException e) {
            throw new IllegalStateException(e);
        }
    }

    private void add(@org.jspecify.annotations.Nullable String part) {
        if (part != null) {
            digest.update(part.getBytes(StandardCharsets.UTF_8));
        }
        digest.update((byte) 0);
    }
}
