#include "ui/wizards/pdf_report.h"

#include <QAbstractTextDocumentLayout>
#include <QBuffer>
#include <QCoreApplication>
#include <QFontDatabase>
#include <QImage>
#include <QPainter>
#include <QPdfWriter>
#include <QTextBlock>
#include <QTextDocument>
#include <QTextTable>

#include <cmath>

namespace howdah {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::PdfReport)
};

// Paper is white whatever the window's theme is.
const QColor ink(0x1d, 0x21, 0x29), mutedInk(0x5b, 0x64, 0x72), line(0xdf, 0xe3, 0xea), soft(0xf4, 0xf6, 0xf9);

constexpr int dotsPerInch = 300;
constexpr qreal dots = dotsPerInch / 25.4; ///< in a millimetre: what is drawn, and where a layout puts things
constexpr qreal pixels =
    96 / 25.4; ///< the same: what Qt measures pictures and distances of a document in, on any device
constexpr qreal sideMargin = 20, topMargin = 18, footer = 20, widest = 170, highest = 200; ///< millimetres
/// What must have room below a heading, or a line that says what follows, lest it stand alone at the foot of a page.
constexpr qreal roomAfterHeading = 35, roomForCode = 12;
constexpr qreal codeLineHeight = 14;                                                             ///< pixels
constexpr qreal titleSize = 18, headingSize = 12.5, bodySize = 9.5, codeSize = 8, smallSize = 8; ///< points

class PdfWriter : public ReportWriter
{
public:
    PdfWriter();
    void title(const QString &text) override;
    void heading(const QString &text) override;
    void paragraph(const QString &text) override { block(text, {}, format(bodySize)); }
    void table(const QStringList &head, const QList<QStringList> &rows) override;
    void code(const QString &text) override;
    void picture(const QString &file, const QByteArray &png, const QString &caption) override;
    void attachment(const QString &file, const QByteArray &content) override { m_attached.append({file, content}); }
    [[nodiscard]] QByteArray finished() const override;

private:
    [[nodiscard]] static QTextCharFormat format(qreal points, bool strong = false);
    /// Begins a block after what is there; the one that a document begins with, or a table leaves behind, is taken
    /// first.
    void begin(QTextBlockFormat shape);
    void block(const QString &text, QTextBlockFormat shape, const QTextCharFormat &characters);
    void layOut(QPdfWriter &device) const;
    void keepWithWhatFollows() const;
    void paint(QPdfWriter &device) const;
    void paintGround(QPainter &painter, const QRectF &view) const;

    std::unique_ptr<QTextDocument> m_document = std::make_unique<QTextDocument>();
    QTextCursor m_cursor{m_document.get()};
    QString m_title;
    struct Kept
    {
        int position; ///< of a block that must not stand alone at the foot of a page
        qreal room;   ///< below it, in millimetres
    };
    QList<Kept> m_kept;
    QList<QPair<int, int>> m_code; ///< positions of the first and the last block of each
    QList<QPair<QString, QByteArray>> m_attached;
    bool m_blockIsFree = true; ///< the last block is empty and to be used
};

PdfWriter::PdfWriter()
{
    m_document->setUndoRedoEnabled(false);
    QTextOption option = m_document->defaultTextOption();
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    m_document->setDefaultTextOption(option);
}

QTextCharFormat PdfWriter::format(qreal points, bool strong)
{
    QTextCharFormat characters;
    characters.setFontFamilies(
        {QStringLiteral("Inter"), QFontDatabase::systemFont(QFontDatabase::GeneralFont).family()});
    characters.setFontPointSize(points);
    characters.setFontWeight(strong ? QFont::DemiBold : QFont::Normal);
    characters.setForeground(ink);
    return characters;
}

void PdfWriter::begin(QTextBlockFormat shape)
{
    if (!shape.hasProperty(QTextFormat::BlockBottomMargin))
        shape.setBottomMargin(7);
    if (!shape.hasProperty(QTextFormat::LineHeight))
        shape.setLineHeight(135, QTextBlockFormat::ProportionalHeight);
    m_cursor.movePosition(QTextCursor::End);
    if (m_blockIsFree)
        m_cursor.setBlockFormat(shape);
    else
        m_cursor.insertBlock(shape);
    m_blockIsFree = false;
}

void PdfWriter::block(const QString &text, QTextBlockFormat shape, const QTextCharFormat &characters)
{
    begin(shape);
    m_cursor.insertText(text, characters);
}

void PdfWriter::title(const QString &text)
{
    m_title = text;
    QTextBlockFormat shape;
    shape.setBottomMargin(12);
    block(text, shape, format(titleSize, true));
}

void PdfWriter::heading(const QString &text)
{
    QTextBlockFormat shape;
    shape.setTopMargin(18);
    shape.setBottomMargin(6);
    if (m_blockIsFree && m_document->blockCount() > 1) { // after a table Qt gives the next block no room above
        QTextBlockFormat room;
        room.setLineHeight(1, QTextBlockFormat::FixedHeight);
        room.setBottomMargin(0);
        begin(room);
    }
    block(text, shape, format(headingSize, true));
    m_kept.append({m_cursor.block().position(), roomAfterHeading});
}

/// How wide columns are, in parts of a hundred: by their longest text, none squeezed and none greedy.
QList<QTextLength> widthsOf(const QStringList &head, const QList<QStringList> &rows)
{
    constexpr qsizetype broadest = 40, room = 4;
    QList<qsizetype> longest;
    qsizetype all = 0;
    for (qsizetype column = 0; column < head.size(); ++column) {
        qsizetype length = head.at(column).size();
        for (const QStringList &row : rows)
            length = std::max(length, row.value(column).size());
        longest.append(std::min(length + room, broadest));
        all += longest.last();
    }
    QList<QTextLength> widths;
    for (const qsizetype length : std::as_const(longest))
        widths.append(QTextLength(QTextLength::PercentageLength, 100.0 * double(length) / double(all)));
    return widths;
}

void PdfWriter::table(const QStringList &head, const QList<QStringList> &rows)
{
    QTextTableFormat shape;
    shape.setWidth(QTextLength(QTextLength::PercentageLength, 100));
    shape.setColumnWidthConstraints(widthsOf(head, rows));
    shape.setHeaderRowCount(1);
    shape.setCellPadding(3);
    shape.setCellSpacing(0);
    shape.setBorder(0);
    shape.setTopMargin(4);
    shape.setBottomMargin(8);
    m_cursor.movePosition(QTextCursor::End);
    QTextTable *table = m_cursor.insertTable(static_cast<int>(rows.size()) + 1, static_cast<int>(head.size()), shape);
    const auto fill = [&](int row, const QStringList &cells, const QTextCharFormat &characters) {
        for (int column = 0; column < table->columns(); ++column) {
            QTextTableCell cell = table->cellAt(row, column);
            QTextTableCellFormat edge = cell.format().toTableCellFormat();
            edge.setBottomBorder(1);
            edge.setBottomBorderStyle(QTextFrameFormat::BorderStyle_Solid);
            edge.setBottomBorderBrush(line);
            cell.setFormat(edge);
            cell.firstCursorPosition().insertText(cells.value(column), characters);
        }
    };
    QTextCharFormat names = format(smallSize, true);
    names.setForeground(mutedInk);
    fill(0, head, names);
    for (int row = 0; row < rows.size(); ++row)
        fill(row + 1, rows.at(row), format(bodySize - 0.5));
    m_blockIsFree = true;
}

void PdfWriter::code(const QString &text)
{
    QTextBlockFormat shape;
    shape.setLeftMargin(6);
    shape.setRightMargin(6);
    shape.setBottomMargin(0);
    shape.setLineHeight(codeLineHeight, QTextBlockFormat::FixedHeight);
    if (!m_blockIsFree)
        m_kept.append({m_document->lastBlock().position(), roomForCode}); // the line that says what it is
    QTextCharFormat characters = format(codeSize);
    characters.setFontFamilies({QFontDatabase::systemFont(QFontDatabase::FixedFont).family()});
    characters.setFontFixedPitch(true);
    // A block to a line: Qt goes on overleaf between blocks.
    const QStringList lines = text.split(QLatin1Char('\n'));
    for (qsizetype index = 0; index < lines.size(); ++index) {
        if (index == lines.size() - 1)
            shape.setBottomMargin(13);
        block(lines.at(index), shape, characters);
        if (index == 0)
            m_code.append({m_cursor.block().position(), 0});
    }
    m_code.last().second = m_cursor.block().position();
}

void PdfWriter::picture(const QString &file, const QByteArray &png, const QString &caption)
{
    const QImage image = QImage::fromData(png);
    if (image.isNull())
        return;
    const QSizeF fitting = QSizeF(image.size()).scaled(widest * pixels, highest * pixels, Qt::KeepAspectRatio);
    const QSizeF shown = fitting.width() < image.width() ? fitting : QSizeF(image.size());
    m_document->addResource(QTextDocument::ImageResource, QUrl(file), image);
    QTextImageFormat inserted;
    inserted.setName(file);
    inserted.setWidth(shown.width());
    inserted.setHeight(shown.height());
    QTextBlockFormat shape;
    shape.setNonBreakableLines(true);                       // the caption stays with it
    shape.setLineHeight(0, QTextBlockFormat::SingleHeight); // the picture is a line as well
    begin(shape);
    m_cursor.insertImage(inserted);
    QTextCharFormat words = format(smallSize);
    words.setForeground(mutedInk);
    m_cursor.insertText(QChar(QChar::LineSeparator) + caption, words);
}

void PdfWriter::layOut(QPdfWriter &device) const
{
    m_document->documentLayout()->setPaintDevice(&device);
    QTextFrameFormat margins = m_document->rootFrame()->frameFormat();
    margins.setLeftMargin(sideMargin * pixels);
    margins.setRightMargin(sideMargin * pixels);
    margins.setTopMargin(topMargin * pixels);
    margins.setBottomMargin(footer * pixels);
    m_document->rootFrame()->setFrameFormat(margins);
    m_document->setPageSize(QSizeF(device.width(), device.height()));
    keepWithWhatFollows();
}

/// Each that is moved moves what comes after it: one after the other, from the first.
void PdfWriter::keepWithWhatFollows() const
{
    const qreal height = m_document->pageSize().height();
    for (const auto &[position, room] : m_kept) {
        const QTextBlock block = m_document->findBlock(position);
        const QRectF box = m_document->documentLayout()->blockBoundingRect(block);
        const qreal foot = std::floor(box.top() / height) * height + height - footer * dots;
        if (foot - box.bottom() >= room * dots)
            continue;
        QTextCursor cursor(block);
        QTextBlockFormat shape = cursor.blockFormat();
        shape.setPageBreakPolicy(QTextFormat::PageBreak_AlwaysBefore);
        cursor.setBlockFormat(shape);
        // Qt 6.4 goes on from there with what it had laid out for other pages, and loses some of it.
        m_document->markContentsDirty(0, m_document->characterCount());
    }
}

/// Of code: in one piece, or a hair of paper shows between its lines.
void PdfWriter::paintGround(QPainter &painter, const QRectF &view) const
{
    for (const auto &[first, last] : m_code) {
        QRectF ground;
        for (QTextBlock block = m_document->findBlock(first); block.isValid() && block.position() <= last;
             block = block.next())
            if (const QRectF box = m_document->documentLayout()->blockBoundingRect(block); view.intersects(box))
                ground |= box;
        if (!ground.isEmpty())
            painter.fillRect(QRectF(sideMargin * dots, ground.top() - 1 * dots, view.width() - 2 * sideMargin * dots,
                                    ground.height() + 1.6 * dots),
                             soft);
    }
}

void PdfWriter::paint(QPdfWriter &device) const
{
    QPainter painter(&device);
    painter.setRenderHint(QPainter::LosslessImageRendering); // what stands in a picture of a window is to be read
    const QSizeF size = m_document->pageSize();
    QFont small(QStringLiteral("Inter"));
    small.setPointSizeF(smallSize);
    for (int page = 0; page < m_document->pageCount(); ++page) {
        if (page > 0)
            device.newPage();
        const QRectF view(0, page * size.height(), size.width(), size.height());
        QAbstractTextDocumentLayout::PaintContext context;
        context.clip = view;
        context.palette.setColor(QPalette::Text, ink);
        painter.save();
        painter.translate(0, -view.top());
        // A ground that goes on overleaf covers the margins between.
        painter.setClipRect(view.adjusted(0, (topMargin - 1) * dots, 0, -(footer - 1) * dots));
        paintGround(painter, view);
        m_document->documentLayout()->draw(&painter, context);
        painter.restore();
        painter.setFont(small);
        painter.setPen(mutedInk);
        const QRectF foot(sideMargin * dots, size.height() - footer * 0.7 * dots, size.width() - 2 * sideMargin * dots,
                          footer * 0.4 * dots);
        painter.drawText(foot, Qt::AlignLeft | Qt::AlignVCenter, m_title);
        painter.drawText(foot, Qt::AlignRight | Qt::AlignVCenter,
                         Tr::tr("Page %1 of %2").arg(page + 1).arg(m_document->pageCount()));
    }
}

QByteArray PdfWriter::finished() const
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter device(&buffer);
    device.setResolution(dotsPerInch);
    device.setPageSize(QPageSize(QPageSize::A4));
    device.setPageMargins({});
    device.setTitle(m_title);
    device.setCreator(QStringLiteral("Howdah %1").arg(QStringLiteral(HOWDAH_VERSION)));
    for (const auto &[file, content] : m_attached)
        device.addFileAttachment(file, content, QStringLiteral("application/json"));
    layOut(device);
    paint(device);
    m_document->documentLayout()->setPaintDevice(nullptr);
    return bytes;
}

} // namespace

std::unique_ptr<ReportWriter> makePdfWriter()
{
    return std::make_unique<PdfWriter>();
}

QList<ReportFormat> reportFormats()
{
    return QList<ReportFormat>{{QStringLiteral("pdf"), QStringLiteral("pdf"), makePdfWriter}} + textReportFormats();
}

} // namespace howdah
