import { List } from './list';

export default async function ListPage({ searchParams }: { searchParams: Promise<{ filter?: string }> }) {
  const { filter } = await searchParams;
  return <List filter={JSON.parse(filter ?? '{}')} />;
}
