package dev.rebound.console.shell;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.scene.control.MenuItem;

/**
 * The letters that menus and their items are called by: of each name a letter that no other of its menu has, one that begins a word
 * where that can be. So every language has its letters without its texts saying which. Pure but for {@link #give}.
 */
final class Mnemonics {
    private Mnemonics() {}

    /** Gives items of one menu, or the menus of a bar, their letters; an item whose text is bound has one already. */
    static void give(List<? extends MenuItem> items) {
        Set<Character> bound = new HashSet<>();
        List<MenuItem> free = new ArrayList<>();
        for (MenuItem item : items) {
            if (item.textProperty().isBound()) {
                bound.add(Character.toLowerCase(item.getText().charAt(1)));
            } else if (item.getText() != null && !item.getText().isEmpty()) {
                free.add(item);
            }
        }
        List<String> marked = marked(free.stream().map(MenuItem::getText).toList(), bound);
        for (int i = 0; i < free.size(); i++) {
            free.get(i).setText(marked.get(i));
        }
    }

    /** A name that is called by its first letter. */
    static String leading(String name) {
        return "_" + escaped(name);
    }

    /** The names with a sign before the letter of each; without a sign where none is left for it. */
    static List<String> marked(List<String> names, Set<Character> taken) {
        Map<Character, Integer> owners = new HashMap<>();
        for (int i = 0; i < names.size(); i++) {
            find(i, names, owners, new HashSet<>(taken));
        }
        List<String> marked =
                new ArrayList<>(names.stream().map(Mnemonics::escaped).toList());
        owners.forEach((letter, i) -> {
            String name = names.get(i);
            int at = places(name).stream()
                    .filter(p -> Character.toLowerCase(name.charAt(p)) == letter)
                    .findFirst()
                    .orElseThrow();
            marked.set(i, escaped(name.substring(0, at)) + "_" + escaped(name.substring(at)));
        });
        return marked;
    }

    /** Finds a letter for a name; who has it already takes another one where there is one. */
    private static boolean find(int name, List<String> names, Map<Character, Integer> owners, Set<Character> tried) {
        for (int place : places(names.get(name))) {
            char letter = Character.toLowerCase(names.get(name).charAt(place));
            if (tried.add(letter)) {
                Integer owner = owners.get(letter);
                if (owner == null || find(owner, names, owners, tried)) {
                    owners.put(letter, name);
                    return true;
                }
            }
        }
        return false;
    }

    /** Where letters of every keyboard stand in a name, those that begin a word first. */
    private static List<Integer> places(String name) {
        List<Integer> first = new ArrayList<>();
        List<Integer> others = new ArrayList<>();
        for (int i = 0; i < name.length(); i++) {
            char letter = Character.toLowerCase(name.charAt(i));
            if (letter >= 'a' && letter <= 'z') {
                (i == 0 || !Character.isLetterOrDigit(name.charAt(i - 1)) ? first : others).add(i);
            }
        }
        first.addAll(others);
        return first;
    }

    private static String escaped(String name) {
        return name.replace("_", "__");
    }
}
