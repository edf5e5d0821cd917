package dev.rebound.feeds.container;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.io.SerializedString;
import java.io.IOException;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.io.Decoder;
import org.apache.avro.util.Utf8;
import org.jspecify.annotations.Nullable;

/**
 * Reads each record of an Avro file as an object or, once told to, writes it as JSON at once: a large file has millions of
 * records, and an object for each of their fields costs more than all that is done with it. What is written is what the
 * object would have been written as.
 */
final class AvroDatums extends GenericDatumReader<Object> {
    private static final Object WRITTEN = new Object();

    private Utf8 text = new Utf8();
    private Schema[] schemas = new Schema[0];
    private SerializedString[] names = new SerializedString[0];
    private @Nullable JsonGenerator out;

    /** Whether the records are of fields without nesting, so that they can be written at once. */
    boolean isFlat() {
        return getSchema().getType() == Schema.Type.RECORD
                && getSchema().getFields().stream().allMatch(f -> isFlat(f.schema()));
    }

    private static boolean isFlat(Schema schema) {
        return switch (schema.getType()) {
            case UNION -> schema.getTypes().stream().allMatch(AvroDatums::isFlat);
            case NULL, STRING, ENUM, INT, LONG, FLOAT, DOUBLE, BOOLEAN -> true;
            case RECORD, ARRAY, MAP, BYTES, FIXED -> false;
        };
    }

    /** From now on every record is written here, and what is returned for it means nothing. */
    void writeTo(JsonGenerator json) {
        List<Schema.Field> fields = getSchema().getFields();
        schemas = fields.stream().map(Schema.Field::schema).toArray(Schema[]::new);
        names = fields.stream().map(f -> new SerializedString(f.name())).toArray(SerializedString[]::new);
        out = json;
    }

    @Override
    public @Nullable Object read(@Nullable Object reuse, Decoder in) throws IOException {
        JsonGenerator json = out;
        if (json == null) {
            return super.read(reuse, in);
        }
        json.writeStartObject();
        for (int field = 0; field < schemas.length; field++) {
            Schema schema = schemas[field];
            while (schema.getType() == Schema.Type.UNION) {
                schema = schema.getTypes().get(in.readIndex());
            }
            if (schema.getType() == Schema.Type.NULL) {
                in.readNull();
            } else {
                json.writeFieldName(names[field]);
                value(schema, in, json);
            }
        }
        json.writeEndObject();
        return WRITTEN;
    }

    private void value(Schema schema, Decoder in, JsonGenerator json) throws IOException {
        switch (schema.getType()) {
            case STRING -> {
                text = in.readString(text);
                if (FlatText.isWellFormed(text.getBytes(), 0, text.getByteLength())) {
                    json.writeUTF8String(text.getBytes(), 0, text.getByteLength());
                } else {
                    json.writeString(text.toString());
                }
            }
            case ENUM -> json.writeString(schema.getEnumSymbols().get(in.readEnum()));
            case INT -> json.writeNumber(in.readInt());
            case LONG -> json.writeNumber(in.readLong());
            case FLOAT -> json.writeNumber(in.readFloat());
            case DOUBLE -> json.writeNumber(in.readDouble());
            case BOOLEAN -> json.writeBoolean(in.readBoolean());
            default -> throw new IOException(schema.getType() + " where no nesting was announced");
        }
    }
}
