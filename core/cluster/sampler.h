#pragma once

#include "core/base/deadline.h"
#include "core/cluster/cluster_definition.h"
#include "core/cluster/node_sample.h"

#include <functional>
#include <memory>
#include <stop_token>

namespace howdah {

class Hosts;
/// Everything a sample needs, in one round trip. Also used once by the command line and by discovery.
class Connection;
[[nodiscard]] NodeSamplePtr takeSample(Connection &connection, const QString &cluster, const NodeDefinition &node,
                                       Milliseconds timeout, std::stop_token stop);
/// Opens, samples, closes. A failure comes back inside the sample. With `hosts`, a port closed to this machine is
/// reached through the node's host; see openNode().
[[nodiscard]] NodeSamplePtr sampleOnce(const QString &cluster, const NodeDefinition &node, Milliseconds timeout,
                                       std::stop_token stop, Hosts *hosts = nullptr);
/// All nodes of a cluster at once, each on its own thread; in the definition's order.
[[nodiscard]] QList<NodeSamplePtr> sampleAll(const ClusterDefinition &cluster, Milliseconds timeout,
                                             std::stop_token stop = {}, Hosts *hosts = nullptr);

struct SamplerSettings
{
    Milliseconds interval{1000};
    Milliseconds timeout{3000};
    Milliseconds longestBackOff{30000}; ///< while a node is down: doubles from `interval` up to here, ±20 % jitter
    Hosts *hosts = nullptr;             ///< see sampleOnce(); outlives the samplers
};

/// One worker thread, one connection, for one node. Starts in the constructor, stops (within milliseconds) in the
/// destructor. `deliver` is called on the worker thread, never after the destructor has returned.
class NodeSampler
{
public:
    using Deliver = std::function<void(NodeSamplePtr)>;
    NodeSampler(QString cluster, NodeDefinition node, SamplerSettings settings, Deliver deliver);
    ~NodeSampler();
    NodeSampler(const NodeSampler &) = delete;
    NodeSampler &operator=(const NodeSampler &) = delete;

    void sampleNow(); ///< any thread: skips what is left of the interval or back-off, which begins anew

private:
    struct Loop;
    std::unique_ptr<Loop> m_loop;
};

} // namespace howdah
