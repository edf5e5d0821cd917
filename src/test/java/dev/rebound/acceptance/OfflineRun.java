package dev.rebound.acceptance;

import dev.rebound.Rebound;
import dev.rebound.sample.Planted;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.ProtocolFamily;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketImpl;
import java.nio.channels.DatagramChannel;
import java.nio.channels.Pipe;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.channels.spi.AbstractSelector;
import java.nio.channels.spi.SelectorProvider;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/**
 * The command line from import to evidence in a Java that has no sockets and no temporary folder: whoever asks for a
 * socket is written down and refused. {@link NoNetworkTest} starts it; the result is the number of those who asked.
 */
public final class OfflineRun {
    private static final List<String> ASKED = new java.util.concurrent.CopyOnWriteArrayList<>();

    private OfflineRun() {}

    private static IOException denied(String what) {
        ASKED.add(what);
        return new IOException("no network: " + what);
    }

    /** Arguments: an empty folder. */
    @SuppressWarnings("deprecation") // There is no other way to refuse old sockets.
    public static void main(String[] args) throws IOException {
        Socket.setSocketImplFactory(OfflineRun::none);
        ServerSocket.setSocketFactory(OfflineRun::none);
        Path folder = Path.of(args[0]);
        String store = folder.resolve("store").toString();
        String sample = Path.of("assets/sample-feeds").toString();
        String[][] commands = {
            {"import", sample},
            {"gap"},
            {
                "find",
                "is:soft",
                "--format",
                "csv",
                "-o",
                folder.resolve("soft.csv").toString()
            },
            {"invalid", "audit"},
            {"incidents"},
            {"coverage"},
            {
                "evidence",
                "--filter",
                "is:soft",
                "--for",
                "customer",
                "-o",
                folder.resolve("pack.zip").toString()
            },
            {"person", Planted.CLAIRE, "-o", folder.resolve("claire.json").toString()},
            {"erase", Planted.CLAIRE, "--yes"},
            {"retain", "--older-than", "P1D"},
            {"compact"},
            {"backup", folder.resolve("backup.zip").toString()},
            {"check"}
        };
        StringBuilder ended = new StringBuilder();
        for (String[] command : commands) {
            String[] all = new String[command.length + 6];
            System.arraycopy(
                    new String[] {"--store", store, "--now", "2026-03-14T11:00:00Z", "--zone", "UTC"}, 0, all, 0, 6);
            System.arraycopy(command, 0, all, 6, command.length);
            ByteArrayOutputStream said = new ByteArrayOutputStream();
            PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
            int code = Rebound.run(all, InputStream.nullInputStream(), out, out);
            ended.append(command[0]).append('=').append(code).append(' ');
            if (code > 1) {
                System.out.println(said.toString(StandardCharsets.UTF_8));
            }
        }
        System.out.println(ended);
        ASKED.forEach(System.out::println);
        System.exit(ASKED.size());
    }

    private static SocketImpl none() {
        throw new java.io.UncheckedIOException(denied("a socket"));
    }

    /** Gives no channel that leaves the program. */
    public static final class Denying extends SelectorProvider {
        @Override
        public DatagramChannel openDatagramChannel() throws IOException {
            throw denied("a datagram channel");
        }

        @Override
        public DatagramChannel openDatagramChannel(ProtocolFamily family) throws IOException {
            throw denied("a datagram channel");
        }

        @Override
        public Pipe openPipe() throws IOException {
            throw denied("a pipe, which may be a socket");
        }

        @Override
        public AbstractSelector openSelector() throws IOException {
            throw denied("a selector");
        }

        @Override
        public ServerSocketChannel openServerSocketChannel() throws IOException {
            throw denied("a server channel");
        }

        @Override
        public SocketChannel openSocketChannel() throws IOException {
            throw denied("a socket channel");
        }
    }
}
