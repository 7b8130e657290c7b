"""The light on every point: sun and lamps with soft shadows, open sky above and bounce below, shine, mirrors, fog.

`visibility` is the expensive half (it marches rays) and smooth, so it may be asked for some points and interpolated
between them; `shade` is the cheap half and wanted for every point.
"""

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from cavendish.clay.plan import MAX_SPOTS
from cavendish.clay.sculpt import Floats, Material

from .camera import Camera
from .polish import Glazing, glaze, polish
from .refraction import mirrored
from .sky import Heaven
from .solids import Rays, Solids
from .surface import Surface, surface
from .surroundings import Surroundings
from .thinning import Thinned
from .trace import GROUND, NOTHING, Hits, ambient, closest, sunlight
from .vectors import column
from .world import PointLight, World

__all__ = ["Light"]


GLOWING = (Material.EMISSIVE, Material.NEON)
_BEAM_STEPS = 20
Visibility = Callable[[Surface, NDArray[np.intp]], Floats]


def _tube(colors: Floats, facing: Floats) -> Floats:
    """Colours (3, n) of what is outlined with light: its rims burn, what faces the viewer is dark."""
    rim = (1 - facing) ** 2
    glow: Floats = colors * (0.28 + 2.6 * rim) + np.float32(0.5) * rim**3
    return glow


def _cone(lamp: PointLight) -> tuple[Floats, np.float64]:
    """A spotlight's direction (3,), and the cosine of the angle at which its circle ends."""
    axis = np.asarray(lamp.aim, np.float32) - np.asarray(lamp.at, np.float32)
    axis /= np.float32(np.linalg.norm(axis))
    return axis, np.cos(np.radians(lamp.spread / 2))


class Light:
    """One world's light, as seen by one camera."""

    def __init__(self, world: World, camera: Camera) -> None:
        self.world, self.camera = world, camera
        self.solids = Solids(world.objects)
        self.heaven = Heaven(world, camera)
        self.surroundings = Surroundings(world, camera, self.heaven)
        self.sun = (np.array(world.sun) / np.linalg.norm(world.sun)).astype(np.float32)
        self.spots = [lamp for lamp in world.points if lamp.aim is not None][:MAX_SPOTS]
        self.beams = [lamp for lamp in self.spots if lamp.haze]
        self.rows = 2 + len(self.spots)
        self._sun_color, self._sky, self._earth = map(column, (world.sun_color, world.sky_light, world.ground_light))

    def trace(self, rays: Rays, skip: int = NOTHING) -> Hits:
        """What each of the rays (n) meets first, the solid with the index `skip` left out."""
        ground = self.world.ground is not None
        return closest(self.solids, rays, ground=ground, precision=self.camera.pixel, skip=skip)

    def surface(self, rays: Rays, hits: Hits) -> Surface:
        """The surfaces (n) that rays have met; there must be a hit for each."""
        return surface(self.world, self.solids, rays, hits, pixel=self.camera.pixel)

    def look(self, rays: Rays, *, depth: int = 0, skip: int = NOTHING) -> tuple[Floats, Hits]:
        """Colours (3, n) that the rays see, and what they meet. At depth 0 mirrors and glass show what they show."""
        hits = self.trace(rays, skip)
        return self.see(rays, hits, lambda seen, _: self.visibility(seen), depth=depth), hits

    def see(self, rays: Rays, hits: Hits, visibility: Visibility, *, depth: int = 0) -> Floats:
        """Colours (3, n) that rays see which end at `hits`, without the air in between.

        `visibility` is asked once, if anything was met, for the surfaces (k) and the indices (k) of their rays.
        """
        colors = np.zeros((3, len(rays)), np.float32)
        finite = np.isfinite(hits.lengths)
        missed, met = np.flatnonzero(~finite), np.flatnonzero(finite)
        colors[:, missed] = self.heaven.see(rays.directions[:3, missed])
        if met.size:
            some = rays.take(met)
            seen = self.surface(some, Hits(hits.lengths[met], hits.solids[met]))
            colors[:, met] = self.shade(some, seen, visibility(seen, met), depth=depth)
        return colors

    def _behind(self, rays: Rays, skip: int) -> Floats:
        """What rays see that come out of glass, in a light that is found for half of them."""
        return self.see(rays, self.trace(rays, skip), self._roughly, depth=1)

    def _roughly(self, seen: Surface, _: NDArray[np.intp]) -> Floats:
        thinned = Thinned(seen.points[:3], self.camera.pixel * 6 * seen.lengths)
        return thinned.spread(self.visibility(seen.take(thinned.own), openness=False))

    def air(self, rays: Rays, lengths: Floats) -> Floats | float:
        """The light (3, n) of spotlight beams on the way to where the rays end."""
        return sum(self._beam(lamp, rays, np.minimum(lengths, 40)) for lamp in self.beams)

    def _beam(self, lamp: PointLight, rays: Rays, lengths: Floats) -> Floats:
        offset = column(lamp.at) - rays.origins[:3]
        nearest = (offset * rays.directions[:3]).sum(axis=0)
        start, stop = np.clip(nearest - 7, 0, lengths), np.clip(nearest + 7, 0, lengths)
        axis, rim = _cone(lamp)
        glow = np.zeros_like(lengths)
        for share in (np.arange(_BEAM_STEPS) + 0.5) / _BEAM_STEPS:
            away = rays.at(start + (stop - start) * np.float32(share))[:3] - column(lamp.at)
            squared = (away * away).sum(axis=0) + 0.05
            inside = np.clip((axis @ away / np.sqrt(squared) - rim) / (1 - rim), 0, 1)
            glow += inside / (squared + 1.5)
        strength: Floats = glow * (stop - start) * (lamp.haze * lamp.power * 0.02 / _BEAM_STEPS)
        return strength * column(lamp.color)

    def visibility(self, seen: Surface, *, openness: bool = True) -> Floats:
        """(2 + spotlights, n): openness to the sky, then what is seen of the sun and of each spotlight, all 0 to 1.

        Without `openness` everything lies in the open.
        """
        rows = np.zeros((self.rows, seen.lengths.size), np.float32)
        # A hit lies within a fraction of a pixel of its surface; start clear of it, or the surface shades itself.
        clear = 0.006 + 0.6 * self.camera.pixel * seen.lengths
        lifted = seen.points.copy()
        lifted[:3] += seen.facets * clear
        rows[0] = 1
        if openness:
            rows[0] = ambient(self.solids, lifted, seen.facets, ground=self.world.ground is not None)
        # Round things start higher still: their own curve would draw a line where the light turns away.
        lifted[:3] += seen.facets * np.where(seen.solids == GROUND, 0, np.float32(0.014))
        towards = np.zeros_like(lifted)
        towards[:3] = self.sun[:, None]
        facing = np.flatnonzero((self.sun @ seen.facets > -0.15) & ~np.isin(seen.materials, GLOWING))
        if facing.size:
            rows[1, facing] = sunlight(self.solids, Rays(lifted[:, facing], towards[:, facing]))
        for row, lamp in enumerate(self.spots, start=2):
            rows[row] = self._spot(lamp, lifted, seen)
        return rows

    def _spot(self, lamp: PointLight, lifted: Floats, seen: Surface) -> Floats:
        """What a spotlight throws on each point: inside its circle, unless something stands between."""
        offset = column(lamp.at) - lifted[:3]
        distance = np.sqrt((offset * offset).sum(axis=0))
        offset /= distance
        axis, rim = _cone(lamp)
        circle = np.clip((-(axis @ offset) - rim) / max((1 - rim) * 0.35, 1e-4), 0, 1)
        lit = np.flatnonzero((circle > 0) & ((offset * seen.facets).sum(axis=0) > -0.15))
        towards = np.zeros((4, lit.size), np.float32)
        towards[:3] = offset[:, lit]
        light: Floats = np.zeros_like(distance)
        if lit.size:
            shadow = sunlight(self.solids, Rays(lifted[:, lit], towards), distance[lit] - 0.1)
            light[lit] = (circle * circle * (3 - 2 * circle))[lit] * shadow
        return light

    def shade(self, rays: Rays, seen: Surface, visible: Floats, *, depth: int = 0) -> Floats:
        """The colours (3, n) of surfaces in their light, reflections and fog included."""
        views = rays.directions[:3]
        grazing = np.clip(1 + (views * seen.normals).sum(axis=0), 0, 1)
        colors = seen.colors * self._received(seen, visible)
        colors += self._rim(seen, visible, grazing)
        colors += self._shine(seen, visible, views)
        self._gloss(seen, visible[0], views, grazing, colors)
        polish(self.surroundings, seen, views, visible[0], colors)
        look = None if depth else self._behind
        glaze(Glazing(self.surroundings, self.solids, self.camera.pixel, look), seen, views, colors)
        glowing = np.isin(seen.materials, GLOWING)
        colors[:, glowing] = seen.colors[:, glowing]
        neon = seen.materials == Material.NEON
        colors[:, neon] = _tube(seen.colors[:, neon], 1 - grazing[neon])
        if depth == 0:
            self._reflect(seen, views, grazing, colors)
        return self._fog(seen, views, glowing, colors)

    def _received(self, seen: Surface, visible: Floats) -> Floats:
        """The light that falls on each point (3, n)."""
        facing, openness = self.sun @ seen.normals, visible[0]
        direct = np.clip((facing + 0.10) / 1.10, 0, 1) * visible[1]
        # A dent may face the sun where the body has long turned away; the light must fade there, not break off.
        direct *= np.clip((self.sun @ seen.facets + 0.13) * 4, 0, 1)
        upward = seen.normals[1] * 0.5 + 0.5
        # Crevices of bright things are lit by their own walls.
        open_sky = openness + (1 - openness) * openness * seen.colors * 0.55
        light: Floats = (self._earth + (self._sky - self._earth) * upward) * open_sky
        bounce = np.clip(-(seen.normals[0] * self.sun[0] + seen.normals[2] * self.sun[2]), 0, 1) * openness
        light += (direct + bounce * 0.08) * self._sun_color
        for lamp in self.world.points:
            light += self._lamp(lamp, seen, visible[2 + self.spots.index(lamp)] if lamp in self.spots else openness)
        return light

    def _lamp(self, lamp: PointLight, seen: Surface, reaching: Floats) -> Floats:
        offset = column(lamp.at) - seen.points[:3]
        squared = (offset * offset).sum(axis=0) + 0.02
        facing = np.clip((offset * seen.normals).sum(axis=0) / np.sqrt(squared) + 0.12, 0, 1.08)
        strength: Floats = facing * reaching * lamp.power / (squared + 0.25)
        return strength * column(lamp.color)

    def _rim(self, seen: Surface, visible: Floats, grazing: Floats) -> Floats:
        """Light that seeps round the terminator, and the sky caught by edges."""
        facing = self.sun @ seen.facets
        seeping = np.exp(-((facing / 0.24) ** 2)) * (0.04 + 0.07 * visible[1])
        edge: Floats = grazing**4 * visible[0] * np.clip(0.55 + seen.normals[1], 0, 1) * 0.26
        edge[seen.materials == Material.WATER] = 0
        rim: Floats = seen.colors * seen.colors * seeping * self._sun_color + edge * self._sky
        return rim

    def _shine(self, seen: Surface, visible: Floats, views: Floats) -> Floats:
        """The sun's highlight."""
        half = self.sun[:, None] - views
        half /= np.sqrt((half * half).sum(axis=0) + 1e-9)
        cosine = np.clip((half * seen.normals).sum(axis=0), 0, 1)
        material = seen.materials
        shine = np.where((material == Material.CLAY) | (material == Material.LEAF), cosine**14 * 0.07, 0)
        for kind, sharpness, strength in (
            (Material.GLOSSY, 70, 0.85),
            (Material.METAL, 160, 1.2),
        ):
            shine = np.where(material == kind, cosine**sharpness * strength, shine)
        lit: Floats = (shine * visible[1]).astype(np.float32) * self._sun_color
        return lit

    def _gloss(self, seen: Surface, openness: Floats, views: Floats, grazing: Floats, colors: Floats) -> None:
        """Glossy things mirror the sky, without the things in between."""
        glossy = np.flatnonzero(seen.materials == Material.GLOSSY)
        if not glossy.size:
            return
        directions = mirrored(views[:, glossy], seen.normals[:, glossy])
        below = np.clip(-directions[1] * 3, 0, 1)
        directions[1] = np.abs(directions[1])
        around = self.heaven.haze(directions)
        around += (self._earth * 1.6 - around) * below * 0.8
        colors[:, glossy] += around * (0.05 + 0.50 * grazing[glossy] ** 4) * openness[glossy]

    def _reflect(self, seen: Surface, views: Floats, grazing: Floats, colors: Floats) -> None:
        """Water, wet streets and polished floors mirror the things around them."""
        share = np.clip(0.10 + 0.90 * grazing**3, 0, 1) * seen.mirror * self.world.reflectivity
        wet = np.flatnonzero(share > 0.012)
        if not wet.size:
            return
        normals, view = seen.normals[:, wet], views[:, wet]
        mirrored = np.zeros((4, wet.size), np.float32)
        mirrored[:3] = view - 2 * (view * normals).sum(axis=0) * normals
        mirrored[1] = np.abs(mirrored[1]) + 1e-3
        mirrored[:3] /= np.sqrt((mirrored[:3] ** 2).sum(axis=0))
        origins = seen.points[:, wet].copy()
        origins[:3] += seen.facets[:, wet] * 0.01
        reflected, hits = self.look(Rays(origins, mirrored), depth=1)
        colors[:, wet] += (reflected - colors[:, wet]) * share[wet]
        glitter = wet[~np.isfinite(hits.lengths) & (seen.materials[wet] == Material.WATER)]
        if glitter.size and self.world.sun_disk is not None:
            colors[:, glitter] += self._glitter(
                mirrored[:3, ~np.isfinite(hits.lengths) & (seen.materials[wet] == Material.WATER)]
            )

    def _glitter(self, mirrored: Floats) -> Floats:
        """The path of light that a low sun or moon lays on the waves."""
        disk = np.asarray(self.world.sun_disk, np.float32)
        cosine: Floats = np.clip((disk / np.float32(np.linalg.norm(disk))) @ mirrored, 0, 1)
        sparkle: Floats = cosine**380 * np.float32(2.2) + cosine**50 * np.float32(0.22)
        return sparkle * self._sun_color

    def _fog(self, seen: Surface, views: Floats, glowing: NDArray[np.bool_], colors: Floats) -> Floats:
        share = 1 - np.exp(np.maximum(seen.lengths - 4, 0) * -self.world.fog_density)
        share[glowing] *= 0.3
        if self.world.fog_color is not None:
            fog = column(self.world.fog_color)
        else:
            level = views.copy()
            level[1] = np.maximum(level[1], 0)
            fog = self.heaven.haze(level)
        hazy: Floats = colors + (fog - colors) * share
        return hazy
