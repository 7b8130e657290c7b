"""What is worn, by itself: modelled on a bust that nobody sees, and set on the ground."""

from collections.abc import Callable
from functools import cache

from cavendish.clay.objects.eyes import bead_eyes
from cavendish.clay.objects.fitting import Fitting, fitted
from cavendish.clay.objects.look import Look
from cavendish.clay.objects.outfitting import by_itself
from cavendish.clay.objects.palette import SKIN
from cavendish.clay.sculpt import Shape

__all__ = [
    "bow_tie",
    "cape",
    "chef_hat",
    "collar",
    "cowboy_hat",
    "eye_patch",
    "flower_crown",
    "necklace",
    "party_hat",
    "pirate_hat",
    "santa_hat",
    "witch_hat",
    "wizard_hat",
]


@cache
def _bust() -> Fitting:
    """A round head on shoulders, and a trunk down to the ground."""
    shape = Shape("bust")
    shape.ellipsoid((0, 0.62, 0), (0.34, 0.62, 0.26), SKIN)
    shape.cone((0, 1.10, 0), (0, 1.40, 0), 0.12, 0.12, SKIN, blend=0.1)
    shape.ellipsoid((0, 1.68, 0), 0.32, SKIN)
    bead_eyes(shape, 0.12, 1.70, 0.28, 0.045)
    found = fitted(shape)
    if found is None:
        raise LookupError("a bust without eyes")
    return found


def _alone(piece: str) -> Callable[[Look], Shape]:
    return lambda look: by_itself(piece, _bust(), look)


bow_tie = _alone("bow_tie")
cape = _alone("cape")
chef_hat = _alone("chef_hat")
collar = _alone("collar")
cowboy_hat = _alone("cowboy_hat")
eye_patch = _alone("eye_patch")
flower_crown = _alone("flower_crown")
necklace = _alone("necklace")
party_hat = _alone("party_hat")
pirate_hat = _alone("pirate_hat")
santa_hat = _alone("santa_hat")
witch_hat = _alone("witch_hat")
wizard_hat = _alone("wizard_hat")
