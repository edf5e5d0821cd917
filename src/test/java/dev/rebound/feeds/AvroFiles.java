package dev.rebound.feeds;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.file.CodecFactory;
import org.apache.avro.file.DataFileWriter;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;

/** Writes Avro container files of the platform's e-mail events, as its exports to a bucket lay them out. */
public final class AvroFiles {
    /** The codecs that a file may be written with. */
    public static final List<CodecFactory> CODECS =
            List.of(CodecFactory.nullCodec(), CodecFactory.deflateCodec(6), CodecFactory.snappyCodec());

    private AvroFiles() {}

    /** A schema of that event type: four required fields, and these nullable texts. */
    public static Schema schema(String nameSpace, String type, String... nullableTexts) {
        var fields = SchemaBuilder.record(type)
                .namespace(nameSpace)
                .fields()
                .requiredString("id")
                .requiredString("user_id")
                .requiredString("email_address")
                .requiredInt("time");
        for (String name : nullableTexts) {
            fields = fields.optionalString(name);
        }
        if (type.equals("Bounce")) {
            fields = fields.optionalBoolean("is_drop");
        }
        if (type.equals("Deferral")) {
            fields = fields.optionalInt("attempt_count");
        }
        return fields.endRecord();
    }

    /** One file of these records; a block is cut after each so many. */
    public static byte[] file(Schema schema, CodecFactory codec, int perBlock, List<Map<String, Object>> records)
            throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataFileWriter<GenericRecord> out = new DataFileWriter<>(new GenericDatumWriter<>(schema))) {
            out.setCodec(codec);
            out.create(schema, bytes);
            int written = 0;
            for (Map<String, Object> values : records) {
                GenericRecord record = new GenericData.Record(schema);
                values.forEach(record::put);
                out.append(record);
                if (++written % perBlock == 0) {
                    out.sync();
                }
            }
        }
        return bytes.toByteArray();
    }

    /** A record with the required fields and more. */
    public static Map<String, Object> record(String id, String address, int time, Map<String, Object> more) {
        Map<String, Object> all = new java.util.HashMap<>(more);
        all.put("id", id);
        all.put("user_id", "user-of-" + id);
        all.put("email_address", address);
        all.put("time", time);
        return all;
    }

    /** A file of soft bounces {@code n1@example.com} and so on, ten a block. */
    public static byte[] softBounces(int count, CodecFactory codec) throws IOException {
        List<Map<String, Object>> records = new java.util.ArrayList<>();
        for (int n = 1; n <= count; n++) {
            records.add(record(
                    "soft-" + n, "n" + n + "@example.com", 1_773_392_400 + n, Map.of("bounce_reason", "452 full")));
        }
        Schema schema =
                schema("dataexport.S3.inner.users.messages.email", "SoftBounce", "bounce_reason", "dispatch_id");
        return file(schema, codec, 10, records);
    }
}
