#include "core/hosts/tar_archive.h"

namespace howdah {

namespace {

constexpr qsizetype blockBytes = 512;

struct Field
{
    qsizetype offset, bytes;
};
constexpr Field nameField{0, 100}, modeField{100, 8}, uidField{108, 8}, gidField{116, 8}, sizeField{124, 12},
    timeField{136, 12}, sumField{148, 8}, kindField{156, 1}, linkField{157, 100}, magicField{257, 8},
    ownerField{265, 32}, groupField{297, 32};

QByteArray text(const QByteArray &header, Field field)
{
    const QByteArray bytes = header.mid(field.offset, field.bytes);
    const qsizetype end = bytes.indexOf('\0');
    return end < 0 ? bytes : bytes.first(end);
}

/// Octal digits; a number too large for them is written in binary, and told by the first bit.
qint64 number(const QByteArray &header, Field field)
{
    if ((static_cast<unsigned char>(header.at(field.offset)) & 0x80U) == 0)
        return text(header, field).trimmed().toLongLong(nullptr, 8);
    qint64 value = 0;
    for (qsizetype index = 1; index < field.bytes; ++index)
        value = (value << 8) | static_cast<unsigned char>(header.at(field.offset + index));
    return value;
}

int checksum(QByteArray header)
{
    header.replace(sumField.offset, sumField.bytes, QByteArray(sumField.bytes, ' '));
    int sum = 0;
    for (const char byte : header)
        sum += static_cast<unsigned char>(byte);
    return sum;
}

qint64 wholeBlocks(qint64 bytes)
{
    return (bytes + blockBytes - 1) / blockBytes * blockBytes;
}

FileStatus::Kind kindOf(char letter)
{
    switch (letter) {
    case '0':
    case '\0':
        return FileStatus::Kind::File;
    case '5':
        return FileStatus::Kind::Directory;
    case '2':
        return FileStatus::Kind::Link;
    default:
        return FileStatus::Kind::Other;
    }
}

/// "12 path=value\n" lines of a pax header, as far as they matter here.
QHash<QByteArray, QByteArray> paxValues(const QByteArray &lines)
{
    QHash<QByteArray, QByteArray> values;
    for (const QByteArray &line : lines.split('\n')) {
        const qsizetype equals = line.indexOf('=');
        if (equals > 0)
            values.insert(line.first(equals).mid(line.indexOf(' ') + 1), line.sliced(equals + 1));
    }
    return values;
}

void put(QByteArray &header, Field field, const QByteArray &bytes)
{
    header.replace(field.offset, bytes.size(), bytes);
}

void putNumber(QByteArray &header, Field field, qint64 value)
{
    put(header, field, QByteArray::number(value, 8).rightJustified(field.bytes - 1, '0'));
}

} // namespace

std::optional<TarMember> firstTarMember(const QByteArray &archive)
{
    QHash<QByteArray, QByteArray> pax;
    qint64 offset = 0;
    while (archive.size() - offset >= blockBytes) {
        const QByteArray header = archive.mid(offset, blockBytes);
        if (number(header, sumField) != checksum(header))
            return std::nullopt;
        const char letter = header.at(kindField.offset);
        const qint64 bytes = number(header, sizeField);
        offset += blockBytes;
        if (letter == 'x' || letter == 'g' || letter == 'L' || letter == 'K') {
            if (letter == 'x')
                pax = paxValues(archive.mid(offset, bytes));
            offset += wholeBlocks(bytes);
            continue;
        }
        TarMember member{.uid = static_cast<int>(number(header, uidField)),
                         .gid = static_cast<int>(number(header, gidField)),
                         .offset = offset};
        FileStatus &status = member.status;
        status.kind = kindOf(letter);
        status.mode = static_cast<int>(number(header, modeField) & 07777);
        status.bytes = pax.contains("size") ? pax.value("size").toLongLong() : bytes;
        status.modified = QDateTime::fromSecsSinceEpoch(number(header, timeField));
        status.linkTarget = QString::fromUtf8(pax.value("linkpath", text(header, linkField)));
        const QByteArray owner = text(header, ownerField);
        const QByteArray group = text(header, groupField);
        status.owner = owner.isEmpty() ? QString::number(member.uid) : QString::fromUtf8(owner);
        status.group = group.isEmpty() ? QString::number(member.gid) : QString::fromUtf8(group);
        return member;
    }
    return std::nullopt;
}

std::optional<QByteArray> tarOf(const QString &name, const QByteArray &content, int mode, int uid, int gid)
{
    const QByteArray bytes = name.toUtf8();
    if (bytes.size() > nameField.bytes)
        return std::nullopt;
    QByteArray header(blockBytes, '\0');
    put(header, nameField, bytes);
    putNumber(header, modeField, mode);
    putNumber(header, uidField, uid);
    putNumber(header, gidField, gid);
    putNumber(header, sizeField, content.size());
    putNumber(header, timeField, QDateTime::currentSecsSinceEpoch());
    put(header, kindField, "0");
    put(header, magicField, QByteArray("ustar\00000", 8));
    put(header, sumField, QByteArray::number(checksum(header), 8).rightJustified(6, '0') + QByteArray("\0 ", 2));
    const qsizetype padding = static_cast<qsizetype>(wholeBlocks(content.size())) - content.size();
    return header + content + QByteArray(padding + 2 * blockBytes, '\0');
}

} // namespace howdah
