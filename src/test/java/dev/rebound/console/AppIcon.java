package dev.rebound.console;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/** Draws the program's icon, an envelope that comes back, into {@code assets/icons}. */
public final class AppIcon {
    private AppIcon() {}

    /** Renews the icons in every size. */
    public static void main(String[] args) throws IOException {
        Path folder = Files.createDirectories(Path.of(args.length > 0 ? args[0] : "assets/icons"));
        for (int size : new int[] {16, 32, 64, 256}) {
            ImageIO.write(
                    draw(size),
                    "png",
                    folder.resolve("rebound-" + size + ".png").toFile());
        }
    }

    private static BufferedImage draw(int size) {
        BufferedImage image = new BufferedImage(size, size, BufferedImage.TYPE_INT_ARGB);
        Graphics2D g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.scale(size / 64.0, size / 64.0);
        g.setColor(new Color(0x0B5CAD));
        g.fill(new RoundRectangle2D.Double(2, 2, 60, 60, 16, 16));
        g.setStroke(new BasicStroke(4.5f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        g.setColor(Color.WHITE);
        g.draw(new RoundRectangle2D.Double(11, 15, 42, 26, 6, 6));
        Path2D flap = new Path2D.Double();
        flap.moveTo(13, 18);
        flap.lineTo(32, 31);
        flap.lineTo(51, 18);
        g.draw(flap);
        g.setColor(new Color(0xFFC24B));
        Path2D back = new Path2D.Double();
        back.moveTo(50, 51);
        back.lineTo(18, 51);
        back.moveTo(25, 45);
        back.lineTo(17, 51);
        back.lineTo(25, 57);
        g.draw(back);
        g.dispose();
        return image;
    }
}
