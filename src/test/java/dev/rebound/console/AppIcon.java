package dev.rebound.console;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.imageio.ImageIO;

/**
 * Draws the program's icon in every size that windows, menus and installers ask for, from {@code
 * assets/icons/rebound.svg}: PNG for the window in {@code assets/icons}, PNG, ICO and ICNS for packages in {@code
 * packaging/icons}.
 */
public final class AppIcon {
    private static final int[] WINDOW = {16, 32, 64, 256};
    private static final int[] MENUS = {16, 24, 32, 48, 64, 128, 256, 512};
    private static final int[] ICO = {16, 24, 32, 48, 64, 256};
    private static final Map<String, Integer> ICNS = icnsTypes();

    private AppIcon() {}

    private static Map<String, Integer> icnsTypes() {
        Map<String, Integer> types = new LinkedHashMap<>();
        types.put("icp4", 16);
        types.put("icp5", 32);
        types.put("ic11", 32);
        types.put("ic12", 64);
        types.put("ic07", 128);
        types.put("ic08", 256);
        types.put("ic13", 256);
        types.put("ic09", 512);
        types.put("ic14", 512);
        types.put("ic10", 1024);
        return types;
    }

    /** Renews every icon; run in the project's folder. */
    public static void main(String[] args) throws IOException {
        SvgDrawing icon = SvgDrawing.read(Path.of("assets/icons/rebound.svg"));
        for (int size : WINDOW) {
            Files.write(Path.of("assets/icons/rebound-" + size + ".png"), png(icon.drawn(size)));
        }
        Path packages = Files.createDirectories(Path.of("packaging/icons"));
        for (int size : MENUS) {
            Files.write(packages.resolve("rebound-" + size + ".png"), png(icon.drawn(size)));
        }
        Files.write(packages.resolve("rebound.ico"), ico(icon));
        Files.write(packages.resolve("rebound.icns"), icns(icon));
    }

    private static byte[] png(BufferedImage image) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, "png", out);
        return out.toByteArray();
    }

    /** Windows wants bitmaps in the small sizes and takes a PNG for the large one. */
    private static byte[] ico(SvgDrawing icon) throws IOException {
        ByteArrayOutputStream images = new ByteArrayOutputStream();
        int headerBytes = 6 + 16 * ICO.length;
        ByteBuffer header = ByteBuffer.allocate(headerBytes).order(ByteOrder.LITTLE_ENDIAN);
        header.putShort((short) 0).putShort((short) 1).putShort((short) ICO.length);
        for (int size : ICO) {
            byte[] image = size < 256 ? bitmap(icon.drawn(size)) : png(icon.drawn(size));
            header.put((byte) size).put((byte) size).put((byte) 0).put((byte) 0);
            header.putShort((short) 1).putShort((short) 32).putInt(image.length).putInt(headerBytes + images.size());
            images.write(image);
        }
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.write(header.array());
        images.writeTo(all);
        return all.toByteArray();
    }

    /** 32 bits a pixel from the bottom up, and an empty mask, which the alpha channel makes needless. */
    private static byte[] bitmap(BufferedImage image) {
        int size = image.getWidth();
        int maskBytes = (size + 31) / 32 * 4 * size;
        ByteBuffer out = ByteBuffer.allocate(40 + size * size * 4 + maskBytes).order(ByteOrder.LITTLE_ENDIAN);
        out.putInt(40).putInt(size).putInt(2 * size).putShort((short) 1).putShort((short) 32);
        out.position(40);
        for (int y = size - 1; y >= 0; y--) {
            for (int x = 0; x < size; x++) {
                out.putInt(image.getRGB(x, y));
            }
        }
        return out.array();
    }

    private static byte[] icns(SvgDrawing icon) throws IOException {
        ByteArrayOutputStream images = new ByteArrayOutputStream();
        DataOutputStream data = new DataOutputStream(images);
        for (Map.Entry<String, Integer> type : ICNS.entrySet()) {
            byte[] image = png(icon.drawn(type.getValue()));
            data.write(type.getKey().getBytes(StandardCharsets.US_ASCII));
            data.writeInt(8 + image.length);
            data.write(image);
        }
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(all);
        out.write("icns".getBytes(StandardCharsets.US_ASCII));
        out.writeInt(8 + images.size());
        images.writeTo(out);
        return all.toByteArray();
    }
}
