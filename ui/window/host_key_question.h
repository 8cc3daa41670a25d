#pragma once

#include "core/hosts/host_key.h"

#include <QWidget>

namespace howdah {

/// A host key that is not on record, with its fingerprint, as a question that only a person can answer: yes is said
/// after it was compared with the machine's own.
class HostKeyQuestion : public QWidget
{
    Q_OBJECT

public:
    explicit HostKeyQuestion(const HostKey &key, QWidget *parent = nullptr);

Q_SIGNALS:
    void accepted();
};

} // namespace howdah
