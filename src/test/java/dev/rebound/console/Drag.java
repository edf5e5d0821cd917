package dev.rebound.console;

import com.sun.javafx.scene.SceneHelper;
import com.sun.javafx.tk.TKClipboard;
import com.sun.javafx.tk.TKDropTargetListener;
import java.lang.reflect.Field;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import javafx.scene.Scene;
import javafx.scene.input.DataFormat;
import javafx.scene.input.TransferMode;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who drags something from another program onto a window: what the system tells of it comes in where the system's own
 * word comes in, and goes through the toolkit's picking of the target as in a real window.
 */
final class Drag implements AutoCloseable {
    private final Scene scene;
    private final TKDropTargetListener window;
    private final double x;
    private final double y;
    private boolean over;

    /** Files come in over the middle of the window. */
    Drag(Scene scene, List<Path> files) {
        this(scene, DataFormat.FILES, files.stream().map(Path::toFile).toList());
    }

    /** A text comes in over the middle of the window. */
    Drag(Scene scene, String text) {
        this(scene, DataFormat.PLAIN_TEXT, text);
    }

    private Drag(Scene scene, DataFormat format, Object content) {
        this.scene = scene;
        window = windowOf(scene);
        x = scene.getWidth() / 2;
        y = scene.getHeight() / 2;
        Screen.on(() -> window.dragEnter(x, y, x, y, TransferMode.COPY, dragged(format, content)));
        over = true;
        Screen.settle();
    }

    private static TKDropTargetListener windowOf(Scene scene) {
        try {
            Object peer = SceneHelper.getPeer(scene);
            Class<?> type = peer.getClass();
            while (!type.getSimpleName().equals("GlassScene")) {
                type = type.getSuperclass();
            }
            Field listener = type.getDeclaredField("dropTargetListener");
            listener.setAccessible(true);
            return (TKDropTargetListener) listener.get(peer);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("The toolkit keeps elsewhere who hears of drags.", e);
        }
    }

    private static TKClipboard dragged(DataFormat format, Object content) {
        return (TKClipboard) Proxy.newProxyInstance(
                Drag.class.getClassLoader(),
                new Class<?>[] {TKClipboard.class},
                (self, method, values) -> switch (method.getName()) {
                    case "getContentTypes" -> Set.of(format);
                    case "hasContent" -> values[0].equals(format);
                    case "getContent" -> values[0].equals(format) ? content : null;
                    case "getTransferModes" -> Set.of(TransferMode.COPY, TransferMode.MOVE);
                    default -> method.getReturnType() == double.class ? 0.0 : null;
                });
    }

    /** Moves a little; what the window would do with it, null where it would do nothing. */
    @Nullable
    TransferMode hang() {
        TransferMode mode = Screen.on(() -> window.dragOver(x + 1, y + 1, x + 1, y + 1, TransferMode.COPY));
        Screen.settle();
        return mode;
    }

    /** Lets go; whether the window took it. */
    boolean drop() {
        hang();
        over = false;
        TransferMode taken = Screen.on(() -> window.drop(x + 1, y + 1, x + 1, y + 1, TransferMode.COPY));
        Screen.settle();
        return taken != null;
    }

    /** Goes away again, where nothing was let go. */
    @Override
    public void close() {
        if (over) {
            over = false;
            Screen.on(() -> {
                window.dragExit(x, y, x, y);
                return scene;
            });
            Screen.settle();
        }
    }
}
