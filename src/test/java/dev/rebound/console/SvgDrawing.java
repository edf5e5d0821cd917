package dev.rebound.console;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** An SVG of our own making: rectangles, and paths of M, L, C and Z with absolute numbers, filled or stroked. */
final class SvgDrawing {
    private record Figure(Shape shape, Element look) {}

    private final List<Figure> figures = new ArrayList<>();
    private final double width;

    private SvgDrawing(Element svg) {
        width = Double.parseDouble(svg.getAttribute("viewBox").split(" ", -1)[2]);
        NodeList all = svg.getElementsByTagName("*");
        for (int i = 0; i < all.getLength(); i++) {
            Element e = (Element) all.item(i);
            figures.add(new Figure(e.getTagName().equals("rect") ? rectangle(e) : path(e), e));
        }
    }

    static SvgDrawing read(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            return new SvgDrawing(DocumentBuilderFactory.newDefaultInstance()
                    .newDocumentBuilder()
                    .parse(in)
                    .getDocumentElement());
        } catch (ParserConfigurationException | SAXException e) {
            throw new IOException(file + " is no SVG", e);
        }
    }

    private static double number(Element e, String name) {
        return Double.parseDouble(e.getAttribute(name));
    }

    private static Shape rectangle(Element e) {
        double round = 2 * number(e, "rx");
        return new RoundRectangle2D.Double(
                number(e, "x"), number(e, "y"), number(e, "width"), number(e, "height"), round, round);
    }

    private static Shape path(Element e) {
        Path2D path = new Path2D.Double();
        Iterator<String> words = List.of(e.getAttribute("d").split(" ", -1)).iterator();
        while (words.hasNext()) {
            switch (words.next()) {
                case "M" -> path.moveTo(next(words), next(words));
                case "L" -> path.lineTo(next(words), next(words));
                case "C" -> path.curveTo(next(words), next(words), next(words), next(words), next(words), next(words));
                case "Z" -> path.closePath();
                default -> throw new IllegalArgumentException("Only M, L, C and Z: " + e.getAttribute("d"));
            }
        }
        return path;
    }

    private static double next(Iterator<String> words) {
        return Double.parseDouble(words.next());
    }

    /** The drawing as a square of this many pixels. */
    BufferedImage drawn(int size) {
        BufferedImage image = new BufferedImage(size, size, BufferedImage.TYPE_INT_ARGB);
        Graphics2D g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        g.scale(size / width, size / width);
        for (Figure figure : figures) {
            Element look = figure.look();
            if (!look.getAttribute("fill").equals("none")) {
                g.setColor(Color.decode(look.getAttribute("fill")));
                g.fill(figure.shape());
            }
            if (look.hasAttribute("stroke")) {
                g.setColor(Color.decode(look.getAttribute("stroke")));
                g.setStroke(new BasicStroke(
                        (float) number(look, "stroke-width"), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
                g.draw(figure.shape());
            }
        }
        g.dispose();
        return image;
    }
}
