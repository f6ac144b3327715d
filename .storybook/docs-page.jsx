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
import { useContext, useEffect, useReducer, useRef, useState } from 'react';
import { STORY_FINISHED } from 'storybook/internal/core-events';

/** How far from what is in view a story is still there: a browser gives a page 16 maps. */
const NEAR = '600px';
/** Pixels, of a story that was not there yet. */
const EXPECTED = 320;

/** One that is there is left so until it is rendered: Storybook loads a page anew where a story is taken away before. */
const isThere = ({ isNear, isPending }) => isNear || isPending;

function nextPresence(presence, { isNear = presence.isNear, isFinished = false }) {
  const isMade = isNear && !isThere(presence);
  return { isNear, isPending: isMade || (presence.isPending && !isFinished) };
}

/** A story that is there while it is near: a page of all states of a map would else have more maps than a browser gives. */
function Example({ story }) {
  const { channel } = useContext(DocsContext);
  const place = useRef(null);
  const [presence, change] = useReducer(nextPresence, { isNear: false, isPending: false });
  // As it was, so that what is below stays where it is.
  const [height, setHeight] = useState(undefined);
  useEffect(() => {
    const observer = new IntersectionObserver(
      entries => {
        const { isIntersecting: isNear, boundingClientRect } = entries.at(-1);
        if (!isNear && entries.length === 1) setHeight(boundingClientRect.height);
        change({ isNear });
      },
      { rootMargin: NEAR },
    );
    observer.observe(place.current);
    const finish = ({ storyId }) => {
      if (storyId === story.id) change({ isFinished: true });
    };
    channel.on(STORY_FINISHED, finish);
    return () => {
      observer.disconnect();
      channel.off(STORY_FINISHED, finish);
    };
  }, [channel, story]);
  return (
    <section>
      <Subheading>{story.name}</Subheading>
      <Description of={story.moduleExport} />
      <div ref={place} style={{ minHeight: isThere(presence) ? height : (height ?? EXPECTED) }}>
        {isThere(presence) && <Canvas of={story.moduleExport} />}
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
