import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

/**
 * The packages of Linux: one staged tree, packed by the system's own tool. Every file belongs to the package, so that
 * the package manager itself upgrades and removes it; its triggers renew menus, icons, file types and manuals.
 */
final class LinuxPackage {
    private static final Path OURS = Path.of("packaging/linux");
    private static final int[] ICON_SIZES = {16, 24, 32, 48, 64, 128, 256, 512};

    private LinuxPackage() {}

    static Path deb(Release release, Path image) throws IOException, InterruptedException {
        Path tree = staged(release, image, "deb");
        Path control = Files.createDirectories(tree.resolve("DEBIAN"));
        Map<String, String> fill = Map.of(
                "version", release.version(),
                "architecture", architecture("amd64", "arm64"),
                "kilobytes", Long.toString(Trees.bytes(tree) / 1024));
        Files.writeString(control.resolve("control"), Tools.filled(Files.readString(OURS.resolve("control")), fill));
        Files.writeString(control.resolve("md5sums"), checksums(tree));
        Trees.copyFile(OURS.resolve("postrm"), control.resolve("postrm"));
        control.resolve("postrm").toFile().setExecutable(true, false);
        Trees.normalise(tree, release.time());
        Path file = release.folder()
                .resolve("rebound_" + release.version() + "_" + fill.get("architecture") + ".deb");
        pack(release, "deb", List.of("dpkg-deb", "--root-owner-group", "-Zzstd", "-z12", "--build", tree.toString(), file.toString()));
        return file;
    }

    static Path rpm(Release release, Path image) throws IOException, InterruptedException {
        Path tree = staged(release, image, "rpm").toAbsolutePath();
        Path top = Trees.fresh(release.folder().resolve("rpmbuild")).toAbsolutePath();
        Trees.normalise(tree, release.time());
        Path spec = top.resolve("rebound.spec");
        Files.writeString(
                spec,
                Tools.filled(
                        Files.readString(OURS.resolve("rebound.spec")),
                        Map.of("version", release.version(), "tree", tree.toString())));
        String architecture = architecture("x86_64", "aarch64");
        pack(
                release,
                "rpm",
                List.of(
                        "rpmbuild",
                        "-bb",
                        "--target",
                        architecture,
                        "--define",
                        "_topdir " + top,
                        "--define",
                        "_rpmdir " + release.folder().toAbsolutePath(),
                        "--define",
                        "_rpmfilename %{NAME}-%{VERSION}-%{RELEASE}.%{ARCH}.rpm",
                        spec.toString()));
        return release.folder().resolve("rebound-" + release.version() + "-1." + architecture + ".rpm");
    }

    private static void pack(Release release, String kind, List<String> command)
            throws IOException, InterruptedException {
        Map<String, String> clock = Map.of("SOURCE_DATE_EPOCH", Long.toString(release.time().getEpochSecond()));
        Tools.run(release.folder().resolve(kind + ".log"), clock, command);
    }

    private static Path staged(Release release, Path image, String kind) throws IOException {
        Path tree = Trees.fresh(release.folder().resolve(kind));
        Trees.copy(image, tree.resolve("opt/rebound"));
        Path bin = Files.createDirectories(tree.resolve("usr/bin"));
        Files.createSymbolicLink(bin.resolve("rebound"), Path.of("/opt/rebound/bin/rebound"));
        Path share = tree.resolve("usr/share");
        Trees.copyFile(OURS.resolve("rebound.desktop"), share.resolve("applications/rebound.desktop"));
        Trees.copyFile(OURS.resolve("mime.xml"), share.resolve("mime/packages/rebound.xml"));
        Trees.copyFile(OURS.resolve("metainfo.xml"), share.resolve("metainfo/dev.rebound.metainfo.xml"));
        gzip(Files.readString(OURS.resolve("rebound.1")), share.resolve("man/man1/rebound.1.gz"));
        gzip(Files.readString(Path.of("src/docs/changelog.md")), share.resolve("doc/rebound/changelog.gz"));
        Trees.copyFile(OURS.resolve("copyright"), share.resolve("doc/rebound/copyright"));
        for (int size : ICON_SIZES) {
            Trees.copyFile(
                    Path.of("packaging/icons/rebound-" + size + ".png"),
                    share.resolve("icons/hicolor/" + size + "x" + size + "/apps/rebound.png"));
        }
        Trees.copyFile(
                Path.of("assets/icons/rebound.svg"), share.resolve("icons/hicolor/scalable/apps/rebound.svg"));
        return tree;
    }

    private static void gzip(String text, Path file) throws IOException {
        Files.createDirectories(file.getParent());
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        Files.write(file, bytes.toByteArray());
    }

    private static String architecture(String intel, String arm) {
        return switch (System.getProperty("os.arch")) {
            case "amd64", "x86_64" -> intel;
            case "aarch64", "arm64" -> arm;
            default -> throw new Refused("No Linux package is made for " + System.getProperty("os.arch") + ".");
        };
    }

    private static String checksums(Path tree) throws IOException {
        StringBuilder sums = new StringBuilder();
        for (Path p : Trees.walk(tree)) {
            if (Files.isRegularFile(p, LinkOption.NOFOLLOW_LINKS) && !p.startsWith(tree.resolve("DEBIAN"))) {
                sums.append(Trees.checksum(p, "MD5")).append("  ").append(tree.relativize(p)).append('\n');
            }
        }
        return sums.toString();
    }
}
