import { SiteFrame } from '#features/site/site-frame.tsx'
import { currentCaller } from '#server/session/session.ts'
import { homeTexts } from '#texts/accueil.ts'
import { LinkButton } from '#ui/actions/link-button.tsx'
import { Ripples } from '#ui/frame/ripples.tsx'
import { Icon } from '#ui/icons/icon.tsx'
import { DataTable } from '#ui/table/data-table.tsx'

import { GrowingRounds } from './growing-rounds.tsx'
import styles from './home.module.css'

/** The offer, for people who don't know the platform yet (domain.md §1.A, 1.N, 1.P). */
export async function HomeScreen() {
  const caller = await currentCaller()
  return (
    <SiteFrame current="home">
      <Hero firstName={caller?.person.firstName} />
      <Pillars />
      <Steps />
      <Referentiels />
      <Prices />
      <Closing isSignedIn={caller !== null} />
    </SiteFrame>
  )
}

function Hero({ firstName }: { readonly firstName: string | undefined }) {
  const texts = homeTexts.hero
  return (
    <section className={styles.hero}>
      <div className={styles.heroWords}>
        <h1>{texts.title}</h1>
        <p className={styles.lead}>{texts.lead}</p>
        {firstName === undefined ? (
          <>
            <div className={styles.acts}>
              <LinkButton variant="primary" href="/inscription" iconAfter="arrow-right">
                {texts.signUp}
              </LinkButton>
              <LinkButton href="/connexion">{texts.signIn}</LinkButton>
            </div>
            <p className={styles.soft}>{texts.offer}</p>
          </>
        ) : (
          <>
            <p>{texts.hello(firstName)}</p>
            <div className={styles.acts}>
              <LinkButton variant="primary" href="/espace" iconAfter="arrow-right">
                {texts.mySpace}
              </LinkButton>
            </div>
          </>
        )}
      </div>
      <div className={styles.heroPicture} aria-hidden="true">
        <GrowingRounds />
      </div>
    </section>
  )
}

function Pillars() {
  return (
    <section aria-labelledby="appuis" className={styles.section}>
      <h2 id="appuis">{homeTexts.pillars.title}</h2>
      <ul className={styles.pillars}>
        {homeTexts.pillars.items.map(({ icon, title, text }) => (
          <li key={title}>
            <span className={styles.pillarIcon}>
              <Icon name={icon} />
            </span>
            <h3 className={styles.small}>{title}</h3>
            <p className={styles.soft}>{text}</p>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Steps() {
  const { title, lead, items, stakeholders } = homeTexts.steps
  return (
    <section aria-labelledby="etapes" className={styles.section}>
      <div className={styles.head}>
        <h2 id="etapes">{title}</h2>
        <p className={styles.lead}>{lead}</p>
      </div>
      <ol className={styles.steps}>
        {items.map((step, index) => (
          <li key={step.title}>
            <span className={styles.number} aria-hidden="true">
              {index + 1}
            </span>
            <div>
              <h3 className={styles.small}>{step.title}</h3>
              <p>{step.text}</p>
            </div>
          </li>
        ))}
      </ol>
      <div className={styles.aside}>
        <Ripples rings={5} className={styles.asideRipples} />
        <div>
          <h3 className={styles.small}>{stakeholders.title}</h3>
          <p>{stakeholders.text}</p>
        </div>
      </div>
    </section>
  )
}

function Referentiels() {
  const { title, items } = homeTexts.referentiels
  return (
    <section aria-labelledby="referentiels" className={styles.section}>
      <h2 id="referentiels">{title}</h2>
      <ul className={styles.columns}>
        {items.map((item) => (
          <li key={item.title}>
            <h3 className={styles.small}>{item.title}</h3>
            <p className={styles.soft}>{item.text}</p>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Prices() {
  const texts = homeTexts.prices
  return (
    <section aria-labelledby="tarifs" className={styles.section}>
      <div className={styles.head}>
        <h2 id="tarifs">{texts.title}</h2>
        <p className={styles.lead}>{texts.lead}</p>
      </div>
      <div className={styles.prices}>
        <DataTable
          caption={texts.list}
          isCaptionHidden
          rows={texts.rows}
          rowKey={({ formula, accounts }) => `${formula} ${accounts}`}
          columns={[
            { key: 'formula', header: texts.columns.formula, isTitle: true, cell: ({ formula }) => formula },
            { key: 'accounts', header: texts.columns.accounts, stack: 'inline', cell: ({ accounts }) => accounts },
            { key: 'net', header: texts.columns.net, align: 'end', stack: 'inline', cell: ({ net }) => net },
            { key: 'gross', header: texts.columns.gross, align: 'end', stack: 'inline', cell: ({ gross }) => gross },
          ]}
        />
        <div className={styles.priceNotes}>
          <p>{texts.beyond}</p>
          <h3 className={styles.small}>{texts.quoteTitle}</h3>
          <ul className={styles.quotes}>
            {texts.quotes.map((quote) => (
              <li key={quote}>{quote}</li>
            ))}
          </ul>
        </div>
      </div>
    </section>
  )
}

function Closing({ isSignedIn }: { readonly isSignedIn: boolean }) {
  const { closing, hero } = homeTexts
  return (
    <section aria-labelledby="commencer" className={styles.closing}>
      <Ripples className={styles.closingRipples} />
      <div className={styles.closingWords}>
        <h2 id="commencer">{closing.title}</h2>
        <p>{closing.text}</p>
        {isSignedIn ? (
          <LinkButton href="/espace" iconAfter="arrow-right">
            {hero.mySpace}
          </LinkButton>
        ) : (
          <LinkButton href="/inscription" iconAfter="arrow-right">
            {hero.signUp}
          </LinkButton>
        )}
      </div>
    </section>
  )
}
