import { join } from 'node:path'
import { editorSchemas } from '../model/index.js'
import type { Output } from './files.js'

type SchemaName = keyof ReturnType<typeof editorSchemas>

const FOLDER = '.clausule'

/** Tells editors where the schema of the YAML below it is, from an organisation's folder. */
export const schemaComment = (name: SchemaName): string => `# yaml-language-server: $schema=../../${FOLDER}/${name}.schema.json\n`

/** The schemas themselves, to stand in a workspace: an editor asks no other place for them. */
export const schemaFiles = (root: string): Output[] =>
  Object.entries(editorSchemas()).map(([name, schema]) => ({
    path: join(root, FOLDER, `${name}.schema.json`),
    bytes: `${JSON.stringify(schema, null, 2)}\n`,
  }))
