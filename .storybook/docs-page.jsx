import {
  Canvas,
  Controls,
  Description,
  DocsContext,
  Heading,
  Primary,
  Subheading,
  Title,
} from '@storybook/addon-docs/blocks';
import { useContext, useEffect, useRef, useState } from 'react';

/** How far from what is in view a story is still there: a browser gives a page 16 maps. */
const NEAR = '600px';

/** A story that is there while it is near: a page of all states of a map would else have more maps than a browser gives. */
function Example({ story }) {
  const place = useRef(null);
  const [isNear, setNear] = useState(false);
  const [height, setHeight] = useState(320);
  useEffect(() => {
    const observer = new IntersectionObserver(
      ([{ isIntersecting, boundingClientRect }]) => {
        if (!isIntersecting && boundingClientRect.height > 0) setHeight(boundingClientRect.height);
        setNear(isIntersecting);
      },
      { rootMargin: NEAR },
    );
    observer.observe(place.current);
    return () => observer.disconnect();
  }, []);
  return (
    <section>
      <Subheading>{story.name}</Subheading>
      <Description of={story.moduleExport} />
      <div ref={place} style={isNear ? undefined : { height }}>
        {isNear && <Canvas of={story.moduleExport} />}
      </div>
    </section>
  );
}

/** The page of an element: what it is, all that it takes and tells, with controls for the one above, and its states. */
export function DocsPage() {
  const { componentStories } = useContext(DocsContext);
  const [, ...others] = componentStories().filter(({ tags }) => tags.includes('autodocs'));
  return (
    <>
      <Title />
      <Description />
      <Primary />
      <Heading>Reference</Heading>
      <Controls />
      <Heading>States</Heading>
      {others.map(story => (
        <Example key={story.id} story={story} />
      ))}
    </>
  );
}
