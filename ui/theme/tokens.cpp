#include "ui/theme/tokens.h"

#include <array>
#include <cmath>

namespace howdah::theme {

namespace {

QColor rgb(unsigned value)
{
    return QColor::fromRgb(value);
}

double luminance(const QColor &color)
{
    const auto linear = [](double channel) {
        return channel <= 0.03928 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

} // namespace

const Tokens &lightTokens()
{
    static const Tokens tokens{
        .background = rgb(0xf4f4f8),
        .surface = rgb(0xffffff),
        .raised = rgb(0xfafafc),
        .line = rgb(0xe2e3eb),
        .lineStrong = rgb(0xc4c6d3),
        .text = rgb(0x1b1c25),
        .textMuted = rgb(0x5b5e6f),
        .accent = rgb(0x514cb8),
        .accentText = rgb(0xffffff),
        .selection = rgb(0xe5e4f8),
        .good = rgb(0x18743e),
        .attention = rgb(0x8d5300),
        .critical = rgb(0xbe2530),
        .unknown = rgb(0x5f6373),
        .busy = rgb(0x2a5fc0),
        .goodSoft = rgb(0xe4f4ea),
        .attentionSoft = rgb(0xfcf0db),
        .criticalSoft = rgb(0xfce9e9),
        .unknownSoft = rgb(0xedeef3),
        .busySoft = rgb(0xe7eefb),
        .dark = false,
    };
    return tokens;
}

const Tokens &darkTokens()
{
    static const Tokens tokens{
        .background = rgb(0x15161c),
        .surface = rgb(0x1d1f27),
        .raised = rgb(0x262933),
        .line = rgb(0x31343f),
        .lineStrong = rgb(0x4b4f5e),
        .text = rgb(0xe8e9f0),
        .textMuted = rgb(0xa5a9ba),
        .accent = rgb(0xa8a3f7),
        .accentText = rgb(0x15151f),
        .selection = rgb(0x34345a),
        .good = rgb(0x62cd8e),
        .attention = rgb(0xf0b554),
        .critical = rgb(0xff8a8a),
        .unknown = rgb(0xa5a9ba),
        .busy = rgb(0x86b4ff),
        .goodSoft = rgb(0x1b3327),
        .attentionSoft = rgb(0x392d18),
        .criticalSoft = rgb(0x402427),
        .unknownSoft = rgb(0x2a2d37),
        .busySoft = rgb(0x1f2d49),
        .dark = true,
    };
    return tokens;
}

double contrast(const QColor &first, const QColor &second)
{
    const double one = luminance(first);
    const double other = luminance(second);
    return (std::max(one, other) + 0.05) / (std::min(one, other) + 0.05);
}

QColor mixed(const QColor &base, const QColor &over, double share)
{
    const auto blend = [share](double below, double above) { return below * (1 - share) + above * share; };
    return QColor::fromRgbF(static_cast<float>(blend(base.redF(), over.redF())),
                            static_cast<float>(blend(base.greenF(), over.greenF())),
                            static_cast<float>(blend(base.blueF(), over.blueF())));
}

QColor legible(const QColor &color, const QColor &ground, double ratio)
{
    const QColor goal = luminance(ground) > 0.2 ? QColor(Qt::black) : QColor(Qt::white);
    for (double share = 0; share < 1; share += 0.04) {
        const QColor tried = mixed(color, goal, share);
        if (contrast(tried, ground) >= ratio)
            return tried;
    }
    return goal;
}

QColor seriesColor(int index)
{
    // Okabe-Ito, the ones that are told apart best first. Black is left out: it is the text's colour here.
    static constexpr std::array<unsigned, 7> okabeIto{0x0072b2, 0xe69f00, 0x009e73, 0xcc79a7,
                                                      0x56b4e9, 0xd55e00, 0xf0e442};
    const auto place = static_cast<std::size_t>(std::max(0, index));
    const QColor color = legible(rgb(okabeIto[place % okabeIto.size()]), tokens().surface, 3.0);
    if ((place / okabeIto.size()) % 2 == 0)
        return color;
    return mixed(color, tokens().text, 0.45);
}

} // namespace howdah::theme
