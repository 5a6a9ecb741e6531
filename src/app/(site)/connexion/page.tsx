import { SignInScreen } from '#features/compte/sign-in.screen.tsx'
import { accountTexts } from '#texts/compte.ts'

export const metadata = { title: accountTexts.signIn.title }

export default async function SignIn({
  searchParams,
}: {
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}) {
  const { suite } = await searchParams
  return <SignInScreen next={typeof suite === 'string' ? suite : undefined} />
}
