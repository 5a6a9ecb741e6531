import type { RowName, StoredRow } from '../saving/row.ts'
import type { CellView, QuestionView } from '../view.ts'

export const answerRow = (question: Pick<QuestionView, 'code'>, cell: Pick<CellView, 'grid'>): RowName => ({
  kind: 'answer', question: question.code, grid: cell.grid,
})

export const answerStored = ({ revision, value, comment, toConfirm }: CellView): StoredRow => ({ revision, fields: { value, comment, toConfirm } })
