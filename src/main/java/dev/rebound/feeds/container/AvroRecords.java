package dev.rebound.feeds.container;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collection;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.file.DataFileStream;
import org.apache.avro.generic.GenericRecord;
import org.jspecify.annotations.Nullable;

/** The records of an Avro object container file (codecs null, deflate, snappy), as JSON objects. */
final class AvroRecords implements Records {
    static {
        SnappyBlocks.register();
    }

    private final AvroDatums datums = new AvroDatums();
    private final DataFileStream<Object> in;
    private long number;
    private boolean damaged;
    private boolean ended;

    AvroRecords(Part part) throws IOException {
        try {
            in = new DataFileStream<>(part.stream(), datums);
        } catch (EOFException | RuntimeException | OutOfMemoryError e) {
            // The library's reader of a damaged schema fails in many ways, and a damaged length may claim more than
            // there is; nothing was kept of it.
            throw new UnreadableException(
                    part.name() + " is an Avro file whose header is damaged or cut off. Nothing of it was stored;"
                            + " fetch it again.",
                    e);
        }
    }

    @Override
    public String schemaName() {
        return in.getSchema().getFullName();
    }

    @Override
    public JsonNode outline() {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        in.getSchema().getFields().forEach(field -> node.putNull(field.name()));
        return node;
    }

    @Override
    public @Nullable Found next() throws IOException {
        Object record = record();
        if (record != null) {
            JsonNode node = object((GenericRecord) record);
            return Found.good(node, node.toString(), number);
        }
        boolean told = !damaged;
        damaged = false;
        return told ? null : rest();
    }

    @Override
    public @Nullable InputStream lines() throws IOException {
        return datums.isFlat() ? new AvroLines(datums, () -> record() != null) : null;
    }

    /** The next record, as the reader of records gives it; null at the end, and where the file is damaged. */
    private @Nullable Object record() throws IOException {
        if (ended) {
            return null;
        }
        try {
            if (in.hasNext()) {
                Object record = in.next();
                number++;
                return record;
            }
            // Avro takes a block that is cut off for the end, once: asked again it thinks that it has the block.
            return in.hasNext() ? broken() : end();
        } catch (AvroRuntimeException e) {
            if (e.getCause() instanceof CountedStream.Cancelled || e.getCause() instanceof UnreadableException) {
                throw (IOException) e.getCause();
            }
            return broken();
        } catch (IndexOutOfBoundsException | NullPointerException e) {
            // A damaged count of records makes the library read a block that it never began.
            return broken();
        } catch (OutOfMemoryError e) {
            // A damaged block length may claim more bytes than there is memory; nothing was kept of it.
            return broken();
        }
    }

    private @Nullable Object end() {
        ended = true;
        return null;
    }

    private @Nullable Object broken() {
        damaged = true;
        return end();
    }

    private Found rest() {
        return Found.bad(
                "",
                number + 1,
                "From record " + (number + 1)
                        + " on this Avro file is damaged or cut off; what stood behind is missing."
                        + " Fetch the file again.");
    }

    private static ObjectNode object(GenericRecord record) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        for (Schema.Field field : record.getSchema().getFields()) {
            Object value = record.get(field.pos());
            if (value != null) {
                node.set(field.name(), value(value));
            }
        }
        return node;
    }

    private static JsonNode value(Object value) {
        return switch (value) {
            case GenericRecord r -> object(r);
            case Integer i -> JsonNodeFactory.instance.numberNode(i);
            case Long l -> JsonNodeFactory.instance.numberNode(l);
            case Float f -> JsonNodeFactory.instance.numberNode(f);
            case Double d -> JsonNodeFactory.instance.numberNode(d);
            case Boolean b -> JsonNodeFactory.instance.booleanNode(b);
            case Collection<?> c -> {
                var array = JsonNodeFactory.instance.arrayNode();
                c.forEach(v -> array.add(v == null ? JsonNodeFactory.instance.nullNode() : value(v)));
                yield array;
            }
            default -> JsonNodeFactory.instance.textNode(value.toString());
        };
    }
}
