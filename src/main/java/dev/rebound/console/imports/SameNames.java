package dev.rebound.console.imports;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** What the files of a list are called: by their name, and by their folder too where another one has the same name. */
final class SameNames {
    private final Map<String, Integer> counts = new HashMap<>();
    private final ReadOnlyIntegerWrapper changed = new ReadOnlyIntegerWrapper();

    SameNames(ObservableList<ImportLine> lines) {
        lines.addListener((ListChangeListener<ImportLine>) c -> {
            while (c.next()) {
                c.getRemoved().forEach(l -> counts.merge(l.name(), -1, Integer::sum));
                c.getAddedSubList().forEach(l -> counts.merge(l.name(), 1, Integer::sum));
            }
            changed.set(changed.get() + 1);
        });
        lines.forEach(l -> counts.merge(l.name(), 1, Integer::sum));
    }

    /** The name, which gets its folder when a file of the same name joins the list. */
    ObservableValue<String> name(ImportLine line) {
        return Bindings.createStringBinding(() -> told(line), changed);
    }

    private String told(ImportLine line) {
        String folder = counts.getOrDefault(line.name(), 0) > 1 ? folder(line.path()) : null;
        return folder == null ? line.name() : line.name() + " · " + folder;
    }

    /** The last two folders of a path: enough to tell one export from another. Paths of another system are read too. */
    private static @Nullable String folder(String path) {
        List<String> parts = Arrays.stream(path.split("[/\\\\]+", -1))
                .filter(p -> !p.isEmpty())
                .toList();
        int folders = parts.size() - 1;
        return folders < 1 ? null : String.join("/", parts.subList(Math.max(0, folders - 2), folders));
    }
}
