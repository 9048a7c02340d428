/** Names of values: `name` is text or a number, `name:list` several texts, `name:phrase` words from the list of phrases. */
export type ValueNames = readonly string[]

/** What is said of any YAML file: its rules tell which file it is. A form with a dot is worded alike under every rule. */
export const YAML = {
  'yaml.syntax': ['problem:phrase'],
  'yaml.colon': [],
  'yaml.no-keys': [],
  'yaml.comma': ['key:phrase'],
  'yaml.key': ['key:phrase'],
  'yaml.missing': ['key:phrase'],
  'yaml.value': ['key:phrase', 'expected:phrase'],
} as const

/** Why a file that is named cannot be had. */
export const FILE = {
  'file.absent': ['path'],
  'file.device': ['path'],
  'file.folder': ['path'],
  'file.large': ['size', 'most'],
  'system.refused': ['code', 'act:phrase', 'path', 'expected:phrase'],
} as const
