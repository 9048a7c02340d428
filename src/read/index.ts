export { proposeIds } from './ids.js'
export { readPolicy } from './policy.js'
export { writeBlocks, writePolicy } from './write.js'
export { parseYaml, type YamlRules } from './yaml.js'
