package dev.rebound.sample;

import dev.rebound.sample.SampleMail.Step;
import dev.rebound.sample.SampleMail.StepKind;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.file.CodecFactory;
import org.apache.avro.file.DataFileWriter;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;

/**
 * Writes the platform's side as Currents leaves it in a bucket: one event type and one UTC hour a file, Avro container
 * files, the type and the hour in the path, the running offset of the type in the file name.
 */
final class SampleCurrents {
    private static final String INTEGRATION = "dataexport.prod-01.S3.integration.69b0c0ffee0000000000a001";
    private static final DateTimeFormatter HOUR =
            DateTimeFormatter.ofPattern("yyyy-MM-dd-HH").withZone(ZoneOffset.UTC);

    /** One record before it is encoded; the fields that are not here are null. */
    private record Event(String type, Instant time, Map<String, Object> fields, int copies) {}

    private final List<Event> events = new ArrayList<>();

    SampleCurrents(SampleTraffic traffic) {
        for (SampleMail mail : traffic.mails) {
            add(mail);
        }
        for (int i = 0; i < 12; i++) {
            Map<String, Object> fields = new HashMap<>();
            fields.put("email_address", "capped" + i + "@example.net");
            fields.put("user_id", "u-capped-" + i);
            fields.put("campaign_id", SampleCampaign.SPRING.id);
            fields.put("campaign_name", SampleCampaign.SPRING.title);
            fields.put("dispatch_id", "69b3c2a0f1aa2d00017be001");
            fields.put("abort_type", i < 9 ? "frequency_capped" : "liquid_abort_message");
            fields.put("id", id("abort" + i));
            events.add(new Event("Abort", SampleTraffic.SPRING_AT.plusSeconds(i), fields, 1));
        }
        Map<String, Object> change = new HashMap<>();
        change.put("id", id("state-change"));
        change.put("email_address", traffic.unsubscribedByBounce);
        change.put("user_id", userId(traffic.unsubscribedByBounce));
        change.put("subscription_status", "Unsubscribed");
        change.put("state_change_source", "REST API");
        change.put("channel", "email");
        events.add(new Event("GlobalStateChange", Instant.parse("2026-03-12T07:03:30Z"), change, 1));
    }

    private void add(SampleMail mail) {
        events.add(new Event("Send", mail.sentAt, fields(mail, "send"), 1));
        int n = 0;
        for (Step step : mail.steps) {
            Map<String, Object> fields = fields(mail, step.kind().name() + n++);
            String type = type(step.kind());
            fields.put("esp", mail.esp());
            if (!type.equals("Open")) {
                fields.put("sending_ip", mail.sendingIp());
            }
            switch (type) {
                case "Bounce" -> {
                    fields.put("bounce_reason", step.reply());
                    fields.put("is_drop", step.kind() == StepKind.DROPPED);
                }
                case "SoftBounce" -> fields.put("bounce_reason", step.reply());
                case "Deferral" -> {
                    fields.put("deferral_reason", step.reply());
                    fields.put("attempt_count", step.attempt());
                    fields.put("recipient_domain", mail.domain());
                }
                default -> {}
            }
            events.add(new Event(type, step.time(), fields, step.copies()));
        }
    }

    private static String type(StepKind kind) {
        return switch (kind) {
            case DELIVERED -> "Delivery";
            case DEFERRED -> "Deferral";
            case SOFT, BLOCKED, RETURNED -> "SoftBounce";
            case HARD, BLOCKED_FILED_AS_HARD, DROPPED -> "Bounce";
            case OPENED -> "Open";
        };
    }

    private static Map<String, Object> fields(SampleMail mail, String what) {
        Map<String, Object> fields = new HashMap<>();
        fields.put("id", id(mail.number + "/" + what));
        fields.put("user_id", userId(mail.address));
        fields.put("external_user_id", "crm-" + Math.abs(mail.address.hashCode() % 1_000_000));
        fields.put("email_address", mail.address);
        fields.put("dispatch_id", mail.dispatchId());
        fields.put("campaign_id", mail.campaign.id);
        fields.put("campaign_name", mail.campaign.title);
        fields.put("message_variation_id", mail.campaign.variantId());
        fields.put("message_variation_name", "Variant 1");
        fields.put("timezone", "Europe/Paris");
        fields.put("app_group_id", "69a0000000000000000000a1");
        fields.put("ip_pool", mail.pool);
        fields.put("from_domain", mail.senderDomain());
        return fields;
    }

    static String userId(String address) {
        return "%024x".formatted(address.hashCode() & 0xffffffffL);
    }

    private static String id(String name) {
        return UUID.nameUUIDFromBytes(("currents/" + name).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    /** Writes all files below the folder. */
    void write(Path folder) throws IOException {
        Map<String, Map<Instant, List<Event>>> byTypeAndHour = new TreeMap<>();
        for (Event e : events) {
            byTypeAndHour
                    .computeIfAbsent(e.type(), t -> new TreeMap<>())
                    .computeIfAbsent(e.time().truncatedTo(ChronoUnit.HOURS), h -> new ArrayList<>())
                    .add(e);
        }
        for (var type : byTypeAndHour.entrySet()) {
            long offset = 0;
            for (var hour : type.getValue().entrySet()) {
                List<Event> records = hour.getValue();
                records.sort(Comparator.comparing(Event::time));
                // The records of the lost file used up offsets too, so its loss shows in the next file's name.
                if (!(type.getKey().equals("Delivery") && hour.getKey().equals(SampleTraffic.HOLE))) {
                    writeFile(folder, type.getKey(), hour.getKey(), offset, records);
                }
                offset += records.stream().mapToInt(Event::copies).sum();
            }
        }
    }

    private static void writeFile(Path folder, String type, Instant hour, long offset, List<Event> events)
            throws IOException {
        String fullType = type.equals("GlobalStateChange")
                ? "users.behaviors.subscription.GlobalStateChange"
                : "users.messages.email." + type;
        Path file = folder.resolve("event_type=" + fullType)
                .resolve("date=" + HOUR.format(hour))
                .resolve("version=10/prod-01")
                .resolve(INTEGRATION + "+0+" + "%06d".formatted(offset) + ".avro");
        Files.createDirectories(file.getParent());
        Schema schema = SampleCurrentsSchema.of(type);
        byte[] sync = UUID.nameUUIDFromBytes((type + hour).getBytes(StandardCharsets.UTF_8))
                .toString()
                .substring(0, 16)
                .getBytes(StandardCharsets.US_ASCII);
        try (OutputStream out = Files.newOutputStream(file);
                DataFileWriter<GenericRecord> writer = new DataFileWriter<>(new GenericDatumWriter<>(schema))) {
            writer.setCodec(codec(hour));
            writer.create(schema, out, sync);
            for (Event e : events) {
                GenericRecord record = new GenericData.Record(schema);
                e.fields().forEach(record::put);
                record.put("time", (int) e.time().getEpochSecond());
                for (int copy = 0; copy < e.copies(); copy++) {
                    writer.append(record);
                }
            }
        }
    }

    /** All three codecs that the format allows for here occur in the sample. */
    private static CodecFactory codec(Instant hour) {
        return switch ((int) (hour.getEpochSecond() / 3_600 % 3)) {
            case 0 -> CodecFactory.nullCodec();
            case 1 -> CodecFactory.deflateCodec(6);
            default -> CodecFactory.snappyCodec();
        };
    }

    /** The Avro schemas of the e-mail events, from the published field tables. */
    private static final class SampleCurrentsSchema {
        private static final List<String> COMMON = List.of(
                "external_user_id",
                "dispatch_id",
                "send_id",
                "campaign_id",
                "campaign_name",
                "message_variation_id",
                "message_variation_name",
                "canvas_id",
                "canvas_name",
                "canvas_variation_id",
                "canvas_variation_name",
                "canvas_step_id",
                "canvas_step_name",
                "timezone",
                "app_group_id");

        private static List<String> extra(String type) {
            return switch (type) {
                case "Send" -> List.of("ip_pool", "message_extras", "from_domain");
                case "Delivery" -> List.of("sending_ip", "ip_pool", "esp", "from_domain");
                case "Bounce", "SoftBounce" -> List.of("sending_ip", "ip_pool", "bounce_reason", "esp", "from_domain");
                case "Deferral" ->
                    List.of("recipient_domain", "esp", "from_domain", "ip_pool", "sending_ip", "deferral_reason");
                case "Open" -> List.of("user_agent", "ip_pool", "machine_open", "esp", "from_domain");
                case "Abort" -> List.of("abort_type", "abort_log", "device_id", "ip_pool");
                case "GlobalStateChange" ->
                    List.of("state_change_source", "subscription_status", "channel", "channel_identifier", "app_id");
                default -> List.of();
            };
        }

        static Schema of(String type) {
            boolean message = !type.equals("GlobalStateChange");
            var fields = SchemaBuilder.record(type)
                    .namespace(
                            message
                                    ? "dataexport.S3.inner.users.messages.email"
                                    : "dataexport.S3.inner.users.behaviors.subscription")
                    .fields()
                    .requiredString("id")
                    .requiredString("user_id")
                    .requiredInt("time")
                    .name("email_address")
                    .type(message ? Schema.create(Schema.Type.STRING) : nullableString())
                    .noDefault();
            for (String name : COMMON) {
                fields = fields.optionalString(name);
            }
            for (String name : extra(type)) {
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

        private static Schema nullableString() {
            return Schema.createUnion(Schema.create(Schema.Type.NULL), Schema.create(Schema.Type.STRING));
        }
    }
}
