export { proposeIds } from './ids.js'
export { readPolicy } from './policy.js'
export { writeBlocks, writePolicy } from './write.js'
export { oneRule, parseYaml, type YamlOrigin, type YamlRules, yamlPlaces } from './yaml.js'
