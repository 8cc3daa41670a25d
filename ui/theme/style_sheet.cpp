#include "ui/theme/style_sheet.h"

#include "ui/theme/tokens.h"

namespace howdah::theme {

namespace {

// @name stands for a token; see styleSheet() below.
constexpr const char *rules = R"(
QToolTip { background: @raised; color: @text; border: 1px solid @lineStrong; padding: 6px 8px; }
QMainWindow, QDialog, QWizard { background: @background; }
QFrame[card="true"] { background: @surface; border: 1px solid @line; border-radius: 6px; }
QLabel { background: transparent; }
QLabel[tone="muted"] { color: @textMuted; }
QLabel[tone="critical"] { color: @critical; }
QLabel[tone="attention"] { color: @attention; }
QLabel[tone="good"] { color: @good; }

QPushButton, QToolButton {
    background: @surface; color: @text; border: 1px solid @lineStrong; border-radius: 6px; padding: 5px 12px; }
QToolButton { padding: 5px 8px; }
QPushButton:hover, QToolButton:hover { background: @raised; border-color: @textMuted; }
QPushButton:pressed, QToolButton:pressed, QToolButton:checked { background: @selection; border-color: @accent; }
QPushButton:focus, QToolButton:focus { border-color: @accent; outline: none; }
QPushButton:disabled, QToolButton:disabled { color: @disabled; border-color: @line; background: @background; }
QPushButton[kind="primary"], QPushButton:default[kind="primary"] {
    background: @accent; color: @accentText; border-color: @accent; }
QPushButton[kind="primary"]:hover { background: @accentHover; }
QPushButton[kind="primary"]:focus { border-color: @text; }
QPushButton[kind="primary"]:disabled { background: @line; color: @disabled; border-color: @line; }
QPushButton[kind="danger"] { background: @surface; color: @critical; border-color: @critical; }
QPushButton[kind="danger"]:hover { background: @criticalSoft; }
QPushButton[kind="quiet"], QToolButton[kind="quiet"] { background: transparent; border-color: transparent; padding: 4px 7px; }
QPushButton[kind="quiet"]:hover, QToolButton[kind="quiet"]:hover { background: @hover; }
QPushButton[kind="quiet"]:focus, QToolButton[kind="quiet"]:focus { border-color: @accent; }
QToolButton[kind="quiet"]:checked { background: @selection; color: @accent; border-color: transparent; }
QToolButton[kind="quiet"]:checked:focus { border-color: @accent; }
QToolButton[kind="link"] { background: transparent; border: 1px solid transparent; color: @accent; padding: 4px 2px;
    margin-left: -6px; }
QToolButton[kind="link"]:hover { text-decoration: underline; }
QToolButton[kind="link"]:focus { border-color: @accent; }
QToolButton[kind="link"]:checked { background: transparent; border-color: transparent; }
QToolButton::menu-indicator, QPushButton::menu-indicator { image: none; width: 0; }

QLineEdit, QPlainTextEdit, QTextEdit, QSpinBox, QDoubleSpinBox, QComboBox, QDateTimeEdit {
    background: @surface; color: @text; border: 1px solid @lineStrong; border-radius: 6px; padding: 4px 8px;
    selection-background-color: @selection; selection-color: @text; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QSpinBox:focus, QDoubleSpinBox:focus, QComboBox:focus,
QDateTimeEdit:focus { border-color: @accent; }
QLineEdit:disabled, QSpinBox:disabled, QComboBox:disabled, QPlainTextEdit:disabled {
    color: @disabled; background: @background; border-color: @line; }
QLineEdit[wrong="true"], QSpinBox[wrong="true"], QComboBox[wrong="true"] { border-color: @critical; }
QComboBox { padding-right: 22px; }
QComboBox::drop-down { border: none; width: 22px; }
QComboBox::down-arrow { image: url(:/icons/control-chevron-down.svg); width: 12px; height: 12px; }
QComboBox QAbstractItemView { background: @surface; color: @text; border: 1px solid @lineStrong;
    selection-background-color: @selection; selection-color: @text; outline: none; padding: 4px; }
QSpinBox::up-button, QDoubleSpinBox::up-button { border: none; width: 18px; subcontrol-position: top right; }
QSpinBox::down-button, QDoubleSpinBox::down-button { border: none; width: 18px; subcontrol-position: bottom right; }
QSpinBox::up-arrow, QDoubleSpinBox::up-arrow { image: url(:/icons/control-chevron-up.svg); width: 12px; height: 12px; }
QSpinBox::down-arrow, QDoubleSpinBox::down-arrow { image: url(:/icons/control-chevron-down.svg); width: 12px; height: 12px; }

QCheckBox, QRadioButton { spacing: 8px; background: transparent; }
QCheckBox::indicator, QRadioButton::indicator { width: 14px; height: 14px; border: 1px solid @lineStrong; background: @surface; }
QCheckBox::indicator { border-radius: 4px; }
QRadioButton::indicator { border-radius: 8px; }
QCheckBox::indicator:hover, QRadioButton::indicator:hover { border-color: @textMuted; }
QCheckBox::indicator:focus, QRadioButton::indicator:focus { border-color: @accent; }
QCheckBox::indicator:checked { background: @accent; border-color: @accent; image: url(:/icons/control-check-@theme.svg); }
QRadioButton::indicator:checked { background: @surface; border: 5px solid @accent; width: 6px; height: 6px; }

QMenuBar { background: @background; color: @text; padding: 2px 6px; }
QMenuBar::item { padding: 4px 8px; border-radius: 4px; background: transparent; }
QMenuBar::item:selected { background: @hover; }
QMenu { background: @surface; color: @text; border: 1px solid @lineStrong; padding: 4px; }
QMenu::item { padding: 6px 24px 6px 10px; border-radius: 4px; }
QMenu::icon { padding-left: 8px; }
QMenu::item:selected { background: @selection; }
QMenu::item:disabled { color: @disabled; }
QMenu::separator { height: 1px; background: @line; margin: 4px 6px; }

QTableView, QTreeView, QListView {
    background: @surface; alternate-background-color: @raised; color: @text; border: 1px solid @line; border-radius: 6px;
    gridline-color: @line; selection-background-color: @selection; selection-color: @text; outline: none; }
QTableView:focus, QTreeView:focus, QListView:focus { border-color: @accent; }
QListView::item { padding: 0 8px; }
#sidebar { background: @background; border: none; border-right: 1px solid @line; border-radius: 0;
    selection-background-color: transparent; padding: 8px 0 0 6px; }
#sidebar::item, #sidebar::branch { background: transparent; }
QHeaderView { background: @surface; border: none; }
QHeaderView::section {
    background: @surface; color: @textMuted; border: none; border-bottom: 1px solid @line; padding: 6px 10px; }
QHeaderView::section:hover { color: @text; }
QHeaderView::up-arrow { image: url(:/icons/control-chevron-up.svg); width: 12px; height: 12px;
    subcontrol-position: center right; subcontrol-origin: padding; right: 2px; }
QHeaderView::down-arrow { image: url(:/icons/control-chevron-down.svg); width: 12px; height: 12px;
    subcontrol-position: center right; subcontrol-origin: padding; right: 2px; }
QTableCornerButton::section { background: @surface; border: none; }
QTreeView::branch:has-children:closed { image: url(:/icons/control-branch-closed.svg); }
QTreeView::branch:has-children:open { image: url(:/icons/control-branch-open.svg); }

QTabWidget::pane { border: none; }
QTabBar { background: transparent; qproperty-drawBase: 0; }
QTabBar::tab { background: transparent; color: @textMuted; padding: 8px 12px; border: none; border-bottom: 2px solid transparent; }
QTabBar::tab:hover { color: @text; }
QTabBar::tab:selected { color: @text; border-bottom-color: @accent; }
QTabBar::tab:focus { color: @accent; }

QScrollBar:vertical { background: transparent; width: 12px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 0; }
QScrollBar::handle { background: @lineStrong; border-radius: 4px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 28px; }
QScrollBar::handle:horizontal { min-width: 28px; }
QScrollBar::handle:hover { background: @textMuted; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QScrollArea, QAbstractScrollArea::corner { background: transparent; border: none; }

QSplitter::handle { background: transparent; }
QSplitter::handle:hover { background: @line; }
QProgressBar { background: @line; border: none; border-radius: 3px; height: 6px; color: transparent; }
QProgressBar::chunk { background: @accent; border-radius: 3px; }
QStatusBar { background: @background; color: @textMuted; border-top: 1px solid @line; }
QStatusBar::item { border: none; }
QToolBar { background: @background; border: none; border-bottom: 1px solid @line; spacing: 4px; padding: 4px 8px; }
QDockWidget { color: @text; }
QDockWidget::title { background: @background; padding: 6px 12px; border-top: 1px solid @line; text-align: left; }
QGroupBox { border: 1px solid @line; border-radius: 6px; margin-top: 10px; padding-top: 8px; }
QGroupBox::title { subcontrol-origin: margin; left: 10px; color: @textMuted; }
)";

} // namespace

QString styleSheet(const Tokens &now)
{
    // Longer names first: @line is the beginning of @lineStrong.
    const std::initializer_list<std::pair<const char *, QColor>> colors{
        {"@background", now.background},
        {"@surface", now.surface},
        {"@raised", now.raised},
        {"@lineStrong", now.lineStrong},
        {"@line", now.line},
        {"@textMuted", now.textMuted},
        {"@text", now.text},
        {"@accentHover", mixed(now.accent, now.text, 0.15)},
        {"@accentText", now.accentText},
        {"@accent", now.accent},
        {"@selection", now.selection},
        {"@criticalSoft", now.criticalSoft},
        {"@critical", now.critical},
        {"@attention", now.attention},
        {"@good", now.good},
        {"@hover", mixed(now.background, now.text, 0.08)},
        {"@disabled", mixed(now.background, now.textMuted, 0.65)},
    };
    QString sheet = QString::fromLatin1(rules);
    for (const auto &[name, color] : colors)
        sheet.replace(QLatin1String(name), color.name());
    sheet.replace(QLatin1String("@theme"), now.dark ? QLatin1String("dark") : QLatin1String("light"));
    return sheet;
}

} // namespace howdah::theme
