#include "ui/topology/topology_layout.h"

#include <QSet>

#include <algorithm>

namespace howdah {

namespace {

/// A subtree with its own origin.
struct Block
{
    QSizeF size{0, 0};
    double centre = 0; ///< x of the middle of its topmost box
    QHash<QString, QRectF> boxes;
    QList<TopologyEdge> edges;

    void take(const Block &other, const QPointF &at)
    {
        for (auto box = other.boxes.cbegin(); box != other.boxes.cend(); ++box)
            boxes.insert(box.key(), box->translated(at));
        for (TopologyEdge edge : other.edges) {
            for (QPointF &point : edge.path)
                point += at;
            edge.label += at;
            edges.append(edge);
        }
    }
};

struct Row
{
    QList<qsizetype> blocks;
    QSizeF size{0, 0};
};

class Placement
{
public:
    Placement(const QList<TopologyItem> &items, const TopologyMetrics &metrics, int columns)
        : m_items(items)
        , m_metrics(metrics)
        , m_rowWidth(columns * (metrics.box.width() + metrics.gapAcross))
    {
    }

    TopologyLayout whole()
    {
        QList<Block> roots;
        for (const QString &root : this->roots())
            roots.append(subtree(root, true));
        Block all;
        double top = 0;
        for (const Row &row : brokenIntoRows(roots)) {
            double left = 0;
            for (const qsizetype index : row.blocks) {
                all.take(roots[index], {left, top});
                left += roots[index].size.width() + m_metrics.gapAcross;
            }
            top += row.size.height() + m_metrics.gapDown;
            all.size.setWidth(std::max(all.size.width(), row.size.width()));
        }
        all.size.setHeight(std::max(0.0, top - m_metrics.gapDown));
        return {all.boxes, all.edges, all.size};
    }

private:
    /// Items without a known parent; and one of every loop, so that nothing is left out.
    QStringList roots()
    {
        QStringList found;
        QSet<QString> known;
        for (const TopologyItem &item : m_items)
            known.insert(item.id);
        for (const TopologyItem &item : m_items) {
            if (known.contains(item.parent) && item.parent != item.id)
                m_children[item.parent].append(item.id);
            else
                found.append(item.id);
        }
        QSet<QString> reached;
        for (const QString &root : found)
            reach(root, reached);
        for (const TopologyItem &item : m_items) {
            if (reached.contains(item.id))
                continue;
            found.append(item.id);
            m_children[item.parent].removeAll(item.id);
            reach(item.id, reached);
        }
        return found;
    }

    void reach(const QString &id, QSet<QString> &reached) const
    {
        if (reached.contains(id))
            return;
        reached.insert(id);
        for (const QString &child : m_children.value(id))
            reach(child, reached);
    }

    [[nodiscard]] QList<Row> brokenIntoRows(const QList<Block> &blocks) const
    {
        QList<Row> rows;
        for (qsizetype index = 0; index < blocks.size(); ++index) {
            const QSizeF size = blocks[index].size;
            if (rows.isEmpty() || rows.last().size.width() + m_metrics.gapAcross + size.width() > m_rowWidth)
                rows.append(Row{});
            Row &row = rows.last();
            const double gap = row.blocks.isEmpty() ? 0 : m_metrics.gapAcross;
            row.size = {row.size.width() + gap + size.width(), std::max(row.size.height(), size.height())};
            row.blocks.append(index);
        }
        return rows;
    }

    [[nodiscard]] Block subtree(const QString &id, bool isRoot) const
    {
        QList<Block> children;
        const QStringList childIds = m_children.value(id);
        for (const QString &child : childIds)
            children.append(subtree(child, false));
        const QList<Row> rows = brokenIntoRows(children);

        const double ownWidth = m_metrics.box.width() + (isRoot ? 2 * m_metrics.besideRoot : 0);
        // Rows below the first are reached by a trunk in a margin of its own; an equal one keeps the picture balanced.
        const double margin = rows.size() > 1 ? m_metrics.gapAcross : 0;
        double width = ownWidth;
        for (const Row &row : rows)
            width = std::max(width, row.size.width() + 2 * margin);

        Block block;
        block.centre = width / 2;
        const QRectF box(QPointF(width / 2 - m_metrics.box.width() / 2, 0), m_metrics.box);
        block.boxes.insert(id, box);
        double top = box.bottom();
        const double firstBus = box.bottom() + m_metrics.gapDown * 0.3;
        const double trunk = margin / 2;
        for (qsizetype number = 0; number < rows.size(); ++number) {
            const Row &row = rows[number];
            top += m_metrics.gapDown;
            const double bus = top - m_metrics.gapDown * 0.7;
            double left = (width - row.size.width()) / 2;
            for (const qsizetype index : row.blocks) {
                const Block &child = children[index];
                block.take(child, {left, top});
                const double x = left + child.centre;
                QList<QPointF> path{{block.centre, box.bottom()}, {block.centre, firstBus}};
                if (number > 0)
                    path.append({{trunk, firstBus}, {trunk, bus}});
                path.append({{x, bus}, {x, top}});
                block.edges.append({id, childIds[index], path, {x, (bus + top) / 2}});
                left += child.size.width() + m_metrics.gapAcross;
            }
            top += row.size.height();
        }
        block.size = {width, top};
        return block;
    }

    const QList<TopologyItem> &m_items;
    const TopologyMetrics &m_metrics;
    double m_rowWidth;
    QHash<QString, QStringList> m_children;
};

} // namespace

TopologyLayout layoutTopology(const QList<TopologyItem> &items, const TopologyMetrics &metrics, int columns)
{
    return Placement(items, metrics, std::max(1, columns)).whole();
}

// Rows as they belong together say more than boxes a little larger: an old primary stands beside the new one, not over
// it.
constexpr double worthBreaking = 1.2;

TopologyLayout fittingTopology(const QList<TopologyItem> &items, const TopologyMetrics &metrics, const QSizeF &area)
{
    TopologyLayout best;
    double bestScale = 0;
    for (int columns = static_cast<int>(std::max<qsizetype>(1, items.size())); columns >= 1; --columns) {
        TopologyLayout tried = layoutTopology(items, metrics, columns);
        const double scale = fittingScale(tried.size, area);
        if (scale > bestScale * worthBreaking) {
            bestScale = scale;
            best = std::move(tried);
        }
    }
    return best;
}

double fittingScale(const QSizeF &layout, const QSizeF &area)
{
    if (layout.isEmpty())
        return 1;
    return std::max(0.01, std::min({1.0, area.width() / layout.width(), area.height() / layout.height()}));
}

} // namespace howdah
