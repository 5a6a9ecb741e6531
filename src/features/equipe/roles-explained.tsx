import { roles } from '#domain/rights/rights.rules.ts'
import { teamTexts } from '#texts/equipe.ts'

import styles from './team.module.css'

/** The three roles in words. */
export function RolesExplained() {
  return (
    <dl className={styles.roles}>
      {roles.map((role) => (
        <div key={role}>
          <dt>{teamTexts.roleName[role]}</dt>
          <dd>{teamTexts.roleDoes[role]}</dd>
        </div>
      ))}
    </dl>
  )
}
