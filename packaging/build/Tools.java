import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.spi.ToolProvider;

/** The programs that packaging calls: those of the JDK in this virtual machine, others as processes. */
final class Tools {
    private Tools() {}

    /** Runs a tool of the JDK. */
    static void jdk(String tool, List<String> arguments) {
        ToolProvider provider = ToolProvider.findFirst(tool)
                .orElseThrow(() -> new Refused("This Java has no " + tool + ". A full JDK 25 is needed, not a JRE."));
        int code = provider.run(System.out, System.err, arguments.toArray(String[]::new));
        if (code != 0) {
            throw new Refused(tool + " ended with " + code + " (see above).");
        }
    }

    /** Runs another program; what it says goes into a log file and is shown only when it fails. */
    static void run(Path log, Map<String, String> environment, List<String> command)
            throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().putAll(environment);
        int code = builder.start().waitFor();
        if (code != 0) {
            System.err.print(Files.readString(log));
            throw new Refused(command.getFirst() + " ended with " + code + "; all it said is in " + log);
        }
    }

    static boolean onPath(String program) {
        for (String folder : System.getenv().getOrDefault("PATH", "").split(File.pathSeparator)) {
            for (String suffix : new String[] {"", ".exe"}) {
                if (Files.isExecutable(Path.of(folder.isEmpty() ? "." : folder, program + suffix))) {
                    return true;
                }
            }
        }
        return false;
    }

    /** The words of an argument file: one argument a line, {@code #} begins a remark, {@code ${name}} is filled in. */
    static List<String> argumentFile(Path file, Map<String, String> fill) throws IOException {
        List<String> arguments = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            String text = line.strip();
            if (!text.isEmpty() && !text.startsWith("#")) {
                arguments.add(filled(text, fill));
            }
        }
        return arguments;
    }

    /** A text with every {@code ${name}} filled in. */
    static String filled(String text, Map<String, String> fill) {
        String result = text;
        for (Map.Entry<String, String> entry : fill.entrySet()) {
            result = result.replace("${" + entry.getKey() + "}", entry.getValue());
        }
        return result;
    }
}
