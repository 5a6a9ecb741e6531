import { writeWorkbook } from '#plugins/referentiels/exports/workbook.ts'

import { largeDocument } from './large-document.ts'

/** 1,469 elements, each criterion with a statement, two questions to think about, an example and a proof: 6,900 rows in all. */
export const largeWorkbook = (id: string): Promise<Uint8Array> => {
  const { nodes, ...rest } = largeDocument({ id, chapters: 13, objectives: 7, criteria: 15 })
  const helped = nodes.map((node) =>
    node.kind === 'critere'
      ? {
          ...node,
          statement: `L’organisation a une pratique écrite, connue et suivie pour ${node.code}.`,
          inspiringQuestions: [`Qui s’occupe de ${node.code} ?`, 'Depuis quand le fait-on ainsi ?'],
          examples: [`Une association a revu ${node.code} avec ses bénévoles.`],
          evidence: [{ label: 'Compte rendu de la réunion' }],
        }
      : node,
  )
  return writeWorkbook({ ...rest, nodes: helped })
}
