#pragma once

#include "core/lab/exercises/exercise.h"
#include "core/lab/exercises/yaml_reader.h"

namespace howdah {

/// The parts that an exercise's file is made of; what is wrong is kept by the reader.
[[nodiscard]] LocalText readLocalText(YamlReader &reader, const YAML::Node &node);
[[nodiscard]] LocalText readLocalText(YamlReader &reader, const YAML::Node &parent, const char *key); ///< must be there
[[nodiscard]] ExerciseTask readTask(YamlReader &reader, const YAML::Node &node);
[[nodiscard]] Measurement readFound(YamlReader &reader, const YAML::Node &node);
[[nodiscard]] NotedValue readNoted(YamlReader &reader, const YAML::Node &node);
[[nodiscard]] ExerciseObservation readObservation(YamlReader &reader, const YAML::Node &node);

} // namespace howdah
