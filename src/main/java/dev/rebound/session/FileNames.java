package dev.rebound.session;

import dev.rebound.store.ImportRun;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What imported files are called: by their name, and where several have the same one, by as many folders before it as tell
 * them apart. Currents calls the files of every hour and kind alike.
 */
final class FileNames {
    private FileNames() {}

    /** The name of each import's file. */
    static Map<Long, String> of(List<ImportRun> runs) {
        Map<String, String> byPath = new HashMap<>();
        runs.stream()
                .collect(Collectors.groupingBy(
                        r -> r.source().name(), Collectors.mapping(FileNames::path, Collectors.toSet())))
                .forEach((name, paths) -> tellApart(paths, name.length(), byPath));
        Map<Long, String> names = new HashMap<>();
        runs.forEach(
                r -> names.put(r.id(), byPath.getOrDefault(path(r), r.source().name())));
        return names;
    }

    private static void tellApart(Set<String> paths, int length, Map<String, String> names) {
        Map<String, Integer> open = new HashMap<>();
        paths.forEach(p -> open.put(p, p.length() - length));
        while (!open.isEmpty()) {
            Collection<List<String>> alike = open.keySet().stream()
                    .collect(Collectors.groupingBy(p -> p.substring(open.getOrDefault(p, 0))))
                    .values();
            for (List<String> group : alike) {
                for (String path : group) {
                    int from = open.getOrDefault(path, 0);
                    if (group.size() == 1 || from == 0) {
                        names.put(path, path.substring(from));
                        open.remove(path);
                    } else {
                        open.put(path, path.lastIndexOf('/', from - 2) + 1);
                    }
                }
            }
        }
    }

    private static String path(ImportRun run) {
        String path = run.source().path().replace('\\', '/');
        String name = run.source().name();
        return path.endsWith(name) ? path : name;
    }
}
