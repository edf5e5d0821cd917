package dev.rebound.console.kit;

import atlantafx.base.theme.Tweaks;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.Label;
import javafx.scene.control.SkinBase;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.TableView.ResizeFeatures;
import javafx.scene.control.skin.TableColumnHeader;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.text.Text;
import javafx.util.Callback;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Columns as wide as what they show: each is measured by its header, the rows at the top and those that come into sight later, so that
 * no word of them is cut. Columns
 * of sentences and long values share what the others leave; {@link #sparing columns that can be spared} go where
 * there is no room for all; where there still is none the table scrolls. A width that a person sets stays. The screen's thread only.
 *
 * @param <R> a row of the table
 */
@SuppressWarnings("rawtypes")
public final class ColumnFit<R> implements Callback<ResizeFeatures, Boolean> {
    private static final int MEASURED_ROWS = 40;
    /** Rows further down are measured once the list stands still. */
    private static final Duration STILL = Duration.millis(120);

    private static final double SORT_ARROW = 18;
    private static final double ROUNDING = 3;
    /** What a yielding column keeps, in heights of a row. */
    private static final double LEAST_YIELDING = 5;

    private static final String DEFER = "deferToParentPrefWidth";

    private final TableView<R> table;
    private final Set<TableColumn<R, ?>> yielding = new HashSet<>();
    private final List<TableColumn<R, ?>> sparing = new ArrayList<>();
    private final Set<TableColumn<R, ?>> insisted = new HashSet<>();
    private final Set<TableColumn<R, ?>> spared = new HashSet<>();
    private final Set<TableColumn<R, ?>> byHand = new HashSet<>();
    private final Map<TableColumn<R, ?>, Double> needs = new HashMap<>();
    private final Map<Object, Double> headers = new HashMap<>();
    private final ListChangeListener<R> changed = c -> soon();
    private final PauseTransition still = new PauseTransition(STILL);
    private @Nullable VirtualFlow<?> flow;
    private boolean asked;
    private boolean fitting;

    private ColumnFit(TableView<R> table) {
        this.table = table;
        still.setOnFinished(e -> measureSeen());
    }

    /** Fits the columns of a table from now on. */
    public static <R> ColumnFit<R> of(TableView<R> table) {
        ColumnFit<R> fit = new ColumnFit<>(table);
        table.setColumnResizePolicy(fit);
        table.skinProperty().addListener((o, before, now) -> fit.soon());
        table.fixedCellSizeProperty().addListener((o, before, now) -> fit.soon());
        table.visibleProperty().addListener((o, was, is) -> fit.soon());
        table.itemsProperty().addListener((o, before, now) -> fit.follow(before, now));
        fit.follow(null, table.getItems());
        table.getVisibleLeafColumns().addListener((ListChangeListener<TableColumn<R, ?>>) c -> {
            if (!fit.fitting) {
                fit.soon();
            }
        });
        table.getSortOrder().addListener((ListChangeListener<TableColumn<R, ?>>) c -> fit.soon());
        return fit;
    }

    /** Columns that go, the first of them first, where there is no room for all. */
    public ColumnFit<R> sparing(List<TableColumn<R, ?>> columns) {
        sparing.addAll(columns);
        return this;
    }

    /** Whether a column is out of sight only because there is no room for it. */
    public boolean isSpared(TableColumn<R, ?> column) {
        return spared.contains(column);
    }

    /** Whether columns change because they are fitted, not because a person changes them. */
    public boolean isFitting() {
        return fitting;
    }

    /** Whether a person set the width of a column. */
    public boolean isByHand(TableColumn<R, ?> column) {
        return byHand.contains(column);
    }

    /** Columns grow for rows that changed in place, which the list itself does not tell. */
    public void grow() {
        still.playFromStart();
    }

    /** Leaves a column as wide as it is. */
    public void keep(TableColumn<R, ?> column) {
        byHand.add(column);
    }

    /** Fits a column again whose width a person had set. */
    public void release(TableColumn<R, ?> column) {
        byHand.remove(column);
        soon();
    }

    /** A column that a person wants to see is not spared: the table scrolls. */
    public void insist(TableColumn<R, ?> column) {
        insisted.add(column);
        spared.remove(column);
        soon();
    }

    /** Columns that a person wanted to see may be spared again. */
    public void spareAgain() {
        insisted.clear();
        soon();
    }

    private void follow(@Nullable ObservableList<R> before, @Nullable ObservableList<R> now) {
        if (before != null) {
            before.removeListener(changed);
        }
        if (now != null) {
            now.addListener(changed);
        }
        soon();
    }

    private void soon() {
        if (!asked) {
            asked = true;
            Platform.runLater(() -> {
                asked = false;
                measure();
            });
        }
    }

    @Override
    public Boolean call(ResizeFeatures asked) {
        if (asked.getColumn() == null) {
            share();
            return true;
        }
        for (TableColumn<R, ?> column : table.getVisibleLeafColumns()) {
            if (column.equals(asked.getColumn()) && column.isResizable()) {
                byHand.add(column);
            }
        }
        return TableView.UNCONSTRAINED_RESIZE_POLICY.call(asked);
    }

    private void measure() {
        if (table.getScene() == null || !(table.getSkin() instanceof SkinBase<?> skin)) {
            return;
        }
        if (table.lookup(".virtual-flow") instanceof VirtualFlow<?> now && !now.equals(flow)) {
            flow = now;
            now.positionProperty().addListener((o, before, at) -> still.playFromStart());
        }
        needs.keySet().retainAll(spared);
        headers.clear();
        Label known = null;
        for (Node node : table.lookupAll(".column-header")) {
            if (node instanceof TableColumnHeader header
                    && header.getTableColumn() != null
                    && header.lookup(".label") instanceof Label label) {
                // A table that was out of sight has not its letters yet.
                label.applyCss();
                headers.put(header.getTableColumn(), label.prefWidth(-1));
                known = label;
            }
        }
        for (TableColumn<R, ?> column : table.getVisibleLeafColumns()) {
            if (known != null && !headers.containsKey(column)) {
                headers.put(column, toBe(column, known));
            }
        }
        for (TableColumn<R, ?> column : table.getVisibleLeafColumns()) {
            if (!spared.contains(column)) {
                double header = headers.getOrDefault(column, 0.0)
                        + (table.getSortOrder().contains(column) ? SORT_ARROW : 0);
                double top = widest(
                        column,
                        skin,
                        0,
                        Math.min(MEASURED_ROWS, table.getItems().size()));
                needs.put(column, Math.ceil(Math.max(header, top)) + ROUNDING);
            }
        }
        share();
    }

    /** Columns grow where rows further down need more; they do not shrink again, so that nothing jumps to and fro. */
    void measureSeen() {
        VirtualFlow<?> rows = flow;
        IndexedCell<?> first = rows == null ? null : rows.getFirstVisibleCell();
        IndexedCell<?> last = rows == null ? null : rows.getLastVisibleCell();
        if (first == null || last == null || !(table.getSkin() instanceof SkinBase<?> skin)) {
            return;
        }
        boolean more = false;
        for (TableColumn<R, ?> column : table.getVisibleLeafColumns()) {
            double wide = Math.ceil(widest(
                            column,
                            skin,
                            first.getIndex(),
                            Math.min(last.getIndex() + 1, table.getItems().size())))
                    + ROUNDING;
            more |= wide > needs.getOrDefault(column, 0.0);
            needs.merge(column, wide, Math::max);
        }
        if (more) {
            share();
        }
    }

    /** The header of a column that has just come into sight is there after the next layout only. */
    private static double toBe(TableColumn<?, ?> column, Label known) {
        Text text = new Text(column.getText());
        text.setFont(known.getFont());
        return text.getLayoutBounds().getWidth()
                + known.getInsets().getLeft()
                + known.getInsets().getRight();
    }

    private <V> double widest(TableColumn<R, V> column, SkinBase<?> skin, int from, int to) {
        TableCell<R, V> cell = column.getCellFactory().call(column);
        cell.getProperties().put(DEFER, true);
        TableRow<R> row = new TableRow<>();
        row.updateTableView(table);
        cell.updateTableRow(row);
        cell.updateTableColumn(column);
        cell.updateTableView(table);
        skin.getChildren().add(cell);
        cell.applyCss();
        if (cell instanceof WrappedCell<?> || cell.getStyleClass().contains(LongText.STYLE)) {
            yielding.add(column);
        }
        double widest = 0;
        for (int i = from; i < to; i++) {
            row.updateIndex(i);
            cell.updateIndex(i);
            cell.applyCss();
            widest = Math.max(widest, cell instanceof WrappedCell<?> words ? words.inOneLine() : cell.prefWidth(-1));
        }
        cell.updateIndex(-1);
        skin.getChildren().remove(cell);
        return widest;
    }

    private void share() {
        double room = Math.floor(new ResizeFeatures<>(table, null, 0.0).getContentWidth());
        if (fitting || room <= 0 || needs.isEmpty()) {
            return;
        }
        fitting = true;
        List<TableColumn<R, ?>> wanted = new ArrayList<>(needs.keySet());
        wanted.removeIf(c -> !c.isVisible() && !spared.contains(c));
        spare(wanted, room);
        List<TableColumn<R, ?>> shown =
                table.getColumns().stream().filter(wanted::contains).toList();
        Map<TableColumn<R, ?>, Double> more = new HashMap<>();
        double left = Math.max(0, room - least(shown));
        List<TableColumn<R, ?>> shortFirst = shown.stream()
                .filter(this::isYielding)
                .sorted(Comparator.comparingDouble(c -> need(c) - least(c)))
                .toList();
        // Who needs little gets it whole, so that a long value beside it cuts itself alone.
        for (int i = 0; i < shortFirst.size(); i++) {
            TableColumn<R, ?> column = shortFirst.get(i);
            double given = Math.min(need(column) - least(column), Math.floor(left / (shortFirst.size() - i)));
            more.put(column, given);
            left -= given;
        }
        TableColumn<R, ?> rest = rest(shown);
        for (TableColumn<R, ?> column : shown) {
            if (!byHand.contains(column)) {
                double base = isYielding(column) ? least(column) : need(column);
                wide(column, base + more.getOrDefault(column, 0.0) + (column.equals(rest) ? left : 0));
            }
        }
        fitting = false;
    }

    /** The column that takes what nobody needs: one of words, so that numbers stay together. */
    private @Nullable TableColumn<R, ?> rest(List<TableColumn<R, ?>> shown) {
        TableColumn<R, ?> rest = null;
        for (TableColumn<R, ?> column : shown) {
            boolean words = !column.getStyleClass().contains(Tweaks.ALIGN_RIGHT);
            boolean better = rest == null
                    || isYielding(column)
                    || (!isYielding(rest) && (words || rest.getStyleClass().contains(Tweaks.ALIGN_RIGHT)));
            if (column.isResizable() && !byHand.contains(column) && better) {
                rest = column;
            }
        }
        return rest;
    }

    /** Hides what cannot be shown beside the others, and shows again what can. */
    private void spare(List<TableColumn<R, ?>> wanted, double room) {
        Set<TableColumn<R, ?>> gone = new HashSet<>();
        for (TableColumn<R, ?> column : sparing) {
            if (least(wanted) > room && !insisted.contains(column) && wanted.remove(column)) {
                gone.add(column);
            }
        }
        for (TableColumn<R, ?> column : sparing) {
            if (gone.contains(column) && least(wanted) + need(column) <= room) {
                gone.remove(column);
                wanted.add(column);
            }
        }
        for (TableColumn<R, ?> column : sparing) {
            if ((column.isVisible() || spared.contains(column)) && !insisted.contains(column)) {
                if (!column.isVisible() && !gone.contains(column)) {
                    soon();
                }
                column.setVisible(!gone.contains(column));
            }
        }
        spared.clear();
        spared.addAll(gone);
    }

    private boolean isYielding(TableColumn<R, ?> column) {
        return yielding.contains(column) && !byHand.contains(column);
    }

    private double need(TableColumn<R, ?> column) {
        return byHand.contains(column)
                ? column.getWidth()
                : Math.max(column.getMinWidth(), needs.getOrDefault(column, 0.0));
    }

    private double least(List<TableColumn<R, ?>> columns) {
        return columns.stream()
                .mapToDouble(c -> isYielding(c) ? least(c) : need(c))
                .sum();
    }

    private double least(TableColumn<R, ?> column) {
        double row = table.getFixedCellSize() > 0 ? table.getFixedCellSize() : 28;
        return Math.min(need(column), Math.max(headers.getOrDefault(column, 0.0) + ROUNDING, LEAST_YIELDING * row));
    }

    private static void wide(TableColumn<?, ?> column, double width) {
        if (column.getPrefWidth() != width) {
            column.setPrefWidth(width);
        }
    }
}
