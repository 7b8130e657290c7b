"""What the rays have met: where, facing which way, of which colour and material."""

from dataclasses import dataclass, fields

import numpy as np
from numpy.typing import NDArray

from cavendish.clay.sculpt import Floats, Mass, Material, Part, noise, paint

from .ground import PLAIN_COLORS, soil
from .solids import Rays, Solid, Solids
from .trace import GROUND, Hits, near_points
from .world import World

__all__ = ["Surface", "slopes_at", "surface"]


@dataclass(frozen=True, slots=True, eq=False)
class Surface:
    """n hits: `points` (4, n), `normals`, `facets` and `colors` (3, n), the rest (n,); a miss has no surface.

    `facets` are the normals without the small bumps: for everything that is about shape, not about texture.
    """

    points: Floats
    normals: Floats
    facets: Floats
    colors: Floats
    materials: NDArray[np.int8]
    mirror: Floats
    lengths: Floats
    solids: NDArray[np.int16]

    def take(self, chosen: NDArray[np.intp]) -> "Surface":
        """The hits with these indices (k)."""
        return Surface(*(getattr(self, each.name)[..., chosen] for each in fields(self)))


def surface(world: World, solids: Solids, rays: Rays, hits: Hits, *, pixel: float) -> Surface:
    """Look closely at every hit; `rays` and `hits` must hold hits only. `pixel`: a pixel's width per metre."""
    count = len(rays)
    found = Surface(
        points=rays.at(hits.lengths),
        normals=np.zeros((3, count), np.float32),
        facets=np.zeros((3, count), np.float32),
        colors=np.zeros((3, count), np.float32),
        materials=np.zeros(count, np.int8),
        mirror=np.zeros(count, np.float32),
        lengths=hits.lengths,
        solids=hits.solids,
    )
    for index in np.unique(hits.solids):
        here = np.flatnonzero(hits.solids == index)
        if index == GROUND:
            _ground(world, found, here)
        else:
            _solid(solids.items[index], found, here, pixel)
    return found


def _ground(world: World, found: Surface, here: NDArray[np.intp]) -> None:
    kind = world.ground or "floor"
    color = PLAIN_COLORS[kind] if world.ground_color is None else world.ground_color
    points = found.points[:, here]
    earth = soil(kind, np.asarray(color, np.float32), points[0], points[2], found.lengths[here])
    normals = np.stack([earth.slope_x, np.ones_like(earth.slope_x), earth.slope_z])
    normals /= np.sqrt((normals * normals).sum(axis=0))
    found.normals[:, here], found.facets[1, here] = normals, 1
    found.colors[:, here], found.mirror[here] = earth.colors, earth.mirror
    if kind in ("water", "wet"):
        found.materials[here] = Material.WATER


def _solid(solid: Solid, found: Surface, here: NDArray[np.intp], pixel: float) -> None:
    points = found.points[:, here]
    local = solid.to_local @ points
    parts = near_points(solid, points[:3], 0.02) or [part for part in solid.parts if part.op == "union"][:1]
    colors, materials = paint(parts, local)
    step = max(1.2e-3, 0.25 * pixel * float(found.lengths[here].min())) / solid.scale
    facets = solid.rotation @ _gradient(parts, local, step)
    found.facets[:, here] = facets
    frosted = (materials == Material.GLASS) & (colors.max(axis=1) > 1)
    found.normals[:, here] = facets + solid.rotation @ _thumbprints(local, materials, frosted)
    found.normals[:, here] /= np.sqrt((found.normals[:, here] ** 2).sum(axis=0))
    found.colors[:, here], found.materials[here] = colors.T, materials
    found.mirror[here] = materials == Material.WATER


def slopes_at(solid: Solid, points: Floats) -> Floats:
    """The directions (3, n) that lead out of a solid from world points (4, n) near its surface."""
    slopes: Floats = solid.rotation @ _gradient(
        near_points(solid, points[:3], 0.02) or list(solid.parts), solid.to_local @ points, 2e-3 / solid.scale
    )
    return slopes


def _gradient(parts: list[Part], points: Floats, step: float) -> Floats:
    """Unit vectors (3, n), from the corners of a small tetrahedron: four distances, and no preferred direction."""
    corners = np.array([[1, -1, -1], [-1, -1, 1], [-1, 1, -1], [1, 1, 1]], np.float32)
    count = points.shape[1]
    around = np.tile(points, 4)
    for index, corner in enumerate(corners):
        around[:3, index * count : (index + 1) * count] += corner[:, None] * np.float32(step)
    slopes: Floats = corners.T @ Mass(parts).distance(around).reshape(4, count)
    slopes /= np.sqrt((slopes * slopes).sum(axis=0) + 1e-20)
    return slopes


def _thumbprints(local: Floats, materials: NDArray[np.int8], frosted: NDArray[np.bool_]) -> Floats:
    """Small dents: the hand in the clay, the roughness of leaves, melted ice. (3, n), in the shape's axes."""
    leaf = materials == Material.LEAF
    strength = np.where(leaf, 0.42, np.where(materials == Material.CLAY, 0.035, 0.16 * frosted)).astype(np.float32)
    if not strength.any():
        return np.zeros((3, materials.size), np.float32)
    size = np.where(leaf, 30, np.where(frosted, 5, 9)).astype(np.float32)
    dents = [
        noise(local[(axis + 1) % 3] * size + axis * 9, (local[(axis + 2) % 3] + local[axis] * 0.7) * size)
        for axis in range(3)
    ]
    return (np.stack(dents) - np.float32(0.45)) * (2 * strength)
