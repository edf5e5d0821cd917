package dev.rebound.console;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** A picture as a file that is quickly written rather than small: hundreds are drawn, and few are ever looked at. */
final class PngFile {
    private static final float QUICK = 0.9f;

    private PngFile() {}

    /** Writes pixels (ARGB, row after row) of a picture this wide. */
    static void write(Path file, int[] pixels, int width) throws IOException {
        BufferedImage image = new BufferedImage(width, pixels.length / width, BufferedImage.TYPE_INT_ARGB);
        System.arraycopy(pixels, 0, ((DataBufferInt) image.getRaster().getDataBuffer()).getData(), 0, pixels.length);
        ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
        try (OutputStream written = Files.newOutputStream(file);
                ImageOutputStream out = new MemoryCacheImageOutputStream(written)) {
            writer.setOutput(out);
            ImageWriteParam how = writer.getDefaultWriteParam();
            how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            how.setCompressionQuality(QUICK);
            writer.write(null, new IIOImage(image, null, null), how);
        } finally {
            writer.dispose();
        }
    }
}
