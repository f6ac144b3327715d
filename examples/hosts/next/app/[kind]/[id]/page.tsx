export default async function DetailsPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  return <h1>{decodeURIComponent(id)}</h1>;
}
