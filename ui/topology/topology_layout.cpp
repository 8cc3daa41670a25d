#include "ui/topology/topology_layout.h"

#include <algorithm>
#include <utility>

namespace howdah {

namespace {

/// Items by their numbers: roots, and what streams from each. Every item is reached exactly once.
class Tree
{
public:
    explicit Tree(const QList<TopologyItem> &items)
        : m_children(items.size())
    {
        QHash<QString, qsizetype> numbers;
        for (qsizetype item = 0; item < items.size(); ++item)
            numbers.insert(items[item].id, item);
        QList<qsizetype> parents;
        for (qsizetype item = 0; item < items.size(); ++item) {
            const qsizetype parent = numbers.value(items[item].parent, none);
            parents.append(parent == item ? none : parent);
            (parents[item] == none ? m_roots : m_children[parent]).append(item);
        }
        QList<bool> reached(items.size(), false);
        for (const qsizetype root : std::as_const(m_roots))
            reach(root, reached);
        // One of every loop becomes a root, so that nothing is left out.
        for (qsizetype item = 0; item < items.size(); ++item) {
            if (reached[item])
                continue;
            m_roots.append(item);
            m_children[parents[item]].removeAll(item);
            reach(item, reached);
        }
    }

    [[nodiscard]] const QList<qsizetype> &roots() const { return m_roots; }
    [[nodiscard]] const QList<qsizetype> &childrenOf(qsizetype item) const { return m_children[item]; }

private:
    static constexpr qsizetype none = -1;

    void reach(qsizetype item, QList<bool> &reached) const
    {
        if (std::exchange(reached[item], true))
            return;
        for (const qsizetype child : m_children[item])
            reach(child, reached);
    }

    QList<QList<qsizetype>> m_children;
    QList<qsizetype> m_roots;
};

struct Row
{
    QList<qsizetype> items;
    QSizeF size{0, 0};
};

/// Measures first and places afterwards: many numbers of columns are tried and one is drawn.
class Placement
{
public:
    Placement(const QList<TopologyItem> &items, const TopologyMetrics &metrics)
        : m_items(items)
        , m_metrics(metrics)
        , m_tree(items)
        , m_subtrees(items.size())
    {
    }

    QSizeF measure(int columns)
    {
        m_rowWidth = columns * (m_metrics.box.width() + m_metrics.gapAcross);
        for (const qsizetype root : m_tree.roots())
            measureSubtree(root, true);
        m_rows = brokenIntoRows(m_tree.roots());
        QSizeF size(0, 0);
        for (const Row &row : std::as_const(m_rows))
            size = {std::max(size.width(), row.size.width()), size.height() + row.size.height() + m_metrics.gapDown};
        size.setHeight(std::max(0.0, size.height() - m_metrics.gapDown));
        return size;
    }

    /// As measured.
    [[nodiscard]] TopologyLayout place(const QSizeF &size) const
    {
        TopologyLayout layout{.size = size};
        double top = 0;
        for (const Row &row : m_rows) {
            double left = 0;
            for (const qsizetype root : row.items) {
                placeSubtree(root, {left, top}, layout);
                left += m_subtrees[root].size.width() + m_metrics.gapAcross;
            }
            top += row.size.height() + m_metrics.gapDown;
        }
        return layout;
    }

private:
    struct Subtree
    {
        QSizeF size{0, 0};
        QList<Row> rows; ///< of the topmost box's children
    };

    [[nodiscard]] QList<Row> brokenIntoRows(const QList<qsizetype> &items) const
    {
        QList<Row> rows;
        for (const qsizetype item : items) {
            const QSizeF size = m_subtrees[item].size;
            if (rows.isEmpty() || rows.last().size.width() + m_metrics.gapAcross + size.width() > m_rowWidth)
                rows.append(Row{});
            Row &row = rows.last();
            const double gap = row.items.isEmpty() ? 0 : m_metrics.gapAcross;
            row.size = {row.size.width() + gap + size.width(), std::max(row.size.height(), size.height())};
            row.items.append(item);
        }
        return rows;
    }

    void measureSubtree(qsizetype item, bool isRoot)
    {
        for (const qsizetype child : m_tree.childrenOf(item))
            measureSubtree(child, false);
        Subtree &subtree = m_subtrees[item];
        subtree.rows = brokenIntoRows(m_tree.childrenOf(item));
        subtree.size = {m_metrics.box.width() + (isRoot ? 2 * m_metrics.besideRoot : 0), m_metrics.box.height()};
        const double margin = subtree.rows.size() > 1 ? m_metrics.gapAcross : 0;
        for (const Row &row : std::as_const(subtree.rows))
            subtree.size = {std::max(subtree.size.width(), row.size.width() + 2 * margin),
                            subtree.size.height() + m_metrics.gapDown + row.size.height()};
    }

    /// The subtree's topmost box stands in the middle of its width.
    [[nodiscard]] double centreOf(qsizetype item) const { return m_subtrees[item].size.width() / 2; }

    void placeSubtree(qsizetype item, const QPointF &at, TopologyLayout &layout) const
    {
        const Subtree &subtree = m_subtrees[item];
        const double centre = at.x() + centreOf(item);
        const QRectF box(QPointF(centre - m_metrics.box.width() / 2, at.y()), m_metrics.box);
        layout.boxes.insert(m_items[item].id, box);
        double top = box.bottom();
        const double firstBus = box.bottom() + m_metrics.gapDown * 0.3;
        // Rows below the first are reached by a trunk in a margin of its own; an equal one keeps the picture balanced.
        const double trunk = at.x() + m_metrics.gapAcross / 2;
        for (qsizetype number = 0; number < subtree.rows.size(); ++number) {
            const Row &row = subtree.rows[number];
            top += m_metrics.gapDown;
            const double bus = top - m_metrics.gapDown * 0.7;
            double left = at.x() + (subtree.size.width() - row.size.width()) / 2;
            for (const qsizetype child : row.items) {
                placeSubtree(child, {left, top}, layout);
                const double x = left + centreOf(child);
                QList<QPointF> path{{centre, box.bottom()}, {centre, firstBus}};
                if (number > 0)
                    path.append({{trunk, firstBus}, {trunk, bus}});
                path.append({{x, bus}, {x, top}});
                layout.edges.append({m_items[item].id, m_items[child].id, path, {x, (bus + top) / 2}});
                left += m_subtrees[child].size.width() + m_metrics.gapAcross;
            }
            top += row.size.height();
        }
    }

    const QList<TopologyItem> &m_items;
    const TopologyMetrics &m_metrics;
    Tree m_tree;
    double m_rowWidth = 0;
    QList<Subtree> m_subtrees; ///< by item
    QList<Row> m_rows;         ///< of the roots
};

} // namespace

TopologyLayout layoutTopology(const QList<TopologyItem> &items, const TopologyMetrics &metrics, int columns)
{
    Placement placement(items, metrics);
    const QSizeF size = placement.measure(std::max(1, columns));
    return placement.place(size);
}

// Rows as they belong together say more than boxes a little larger: an old primary stands beside the new one, not over
// it.
constexpr double worthBreaking = 1.2;

TopologyLayout fittingTopology(const QList<TopologyItem> &items, const TopologyMetrics &metrics, const QSizeF &area)
{
    Placement placement(items, metrics);
    double bestScale = 0;
    int best = 1;
    for (int columns = static_cast<int>(std::max<qsizetype>(1, items.size())); columns >= 1; --columns) {
        const double scale = fittingScale(placement.measure(columns), area);
        if (scale > bestScale * worthBreaking) {
            bestScale = scale;
            best = columns;
        }
    }
    const QSizeF size = placement.measure(best);
    return placement.place(size);
}

double fittingScale(const QSizeF &layout, const QSizeF &area)
{
    if (layout.isEmpty())
        return 1;
    return std::max(0.01, std::min({1.0, area.width() / layout.width(), area.height() / layout.height()}));
}

} // namespace howdah
