package dev.rebound.console.kit;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javafx.scene.Node;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.transform.Transform;
import javax.imageio.ImageIO;

/** Images of parts of the window. The screen's thread only. */
public final class Snapshots {
    private static final double SHARPNESS = 2;

    private Snapshots() {}

    /** An image of a region at twice its size, on the ground it stands on. */
    public static WritableImage of(Region region) {
        SnapshotParameters how = new SnapshotParameters();
        how.setTransform(Transform.scale(SHARPNESS, SHARPNESS));
        how.setFill(isDark(region) ? Color.web("#0d1117") : Color.WHITE);
        return region.snapshot(how, null);
    }

    /** Whether the window is dark. */
    public static boolean isDark(Node node) {
        return node.getScene() != null
                && node.getScene().getStylesheets().stream().anyMatch(s -> s.endsWith("/dark.css"));
    }

    /** An image as a PNG file. */
    public static byte[] png(WritableImage image) {
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        int[] pixels = new int[width * height];
        image.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        BufferedImage out = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        out.setRGB(0, 0, width, height, pixels, 0, width);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(out, "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
